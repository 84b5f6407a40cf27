/** Told apart by colour and by pattern; each reaches 3:1 beside white. */
export const looks = [
  { fill: '#005eb8', pattern: '' },
  { fill: '#8a4b00', pattern: 'M0 8L8 0' },
  { fill: '#330072', pattern: 'M0 4H8' },
  { fill: '#00626a', pattern: 'M4 0V8' },
] as const

/** The fills of a picture, named `<id>-<number>`, as patterns that print in black and white. */
export function Fills({ id }: { id: string }) {
  return (
    <defs>
      {looks.map(({ fill, pattern }, i) => (
        <pattern id={`${id}-${i}`} key={fill} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill={fill} />
          {pattern ? <path d={pattern} stroke="#ffffff" strokeWidth="1.2" /> : null}
        </pattern>
      ))}
    </defs>
  )
}

/** What a fill means, in words beside a sample of it. */
export function FillWords({ id, words }: { id: string; words: { fill: number; text: string }[] }) {
  return words.map(({ fill, text }) => (
    <span key={text} className="tw:mr-4 tw:inline-block">
      <svg width="18" height="14" aria-hidden="true" focusable="false">
        <rect width="18" height="14" fill={`url(#${id}-${fill})`} />
      </svg>{' '}
      {text}{' '}
    </span>
  ))
}
