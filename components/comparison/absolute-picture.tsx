import { clipped } from '@/lib/comparison/bar-rules'
import type { AbsoluteView } from '@/lib/comparison/scoring/absolute-words'
import { costBars, costKindWords } from '@/lib/comparison/scoring/cost-bar-rules'
import { poundsWords } from '@/lib/platform/money'

/** Told apart by colour and by pattern; each reaches 3:1 beside white. */
const looks = [
  { fill: '#005eb8', pattern: '' },
  { fill: '#8a4b00', pattern: 'M0 8L8 0' },
  { fill: '#330072', pattern: 'M0 4H8' },
  { fill: '#00626a', pattern: 'M4 0V8' },
] as const
const [width, bar, step] = [320, 20, 62] as const

/** Whole-life costs as bars made of their parts, drawn on the server; option that another beats stands in grey. */
export function AbsolutePicture({ view, id }: { view: AbsoluteView; id: string }) {
  const bars = costBars(view.lines, width)
  const kinds = [...new Set(bars.flatMap((b) => b.segments.map(({ kind }) => kind)))]
  const said = view.lines.map((line) => `${line.name}: ${poundsWords(line.costPence)}`).join('. ')
  return (
    <figure className="tw:mx-0 tw:mb-6 tw:max-w-lg">
      <svg
        viewBox={`0 0 ${width} ${view.lines.length * step}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-text`}
        width="100%"
      >
        <title id={`${id}-title`}>Whole-life cost of each option</title>
        <desc id={`${id}-text`}>{said}</desc>
        <defs>
          {looks.map(({ fill, pattern }, i) => (
            <pattern id={`${id}-${i}`} key={fill} width="8" height="8" patternUnits="userSpaceOnUse">
              <rect width="8" height="8" fill={fill} />
              {pattern ? <path d={pattern} stroke="#ffffff" strokeWidth="1.2" /> : null}
            </pattern>
          ))}
        </defs>
        {view.lines.map((line, row) => (
          <g key={line.id}>
            <text x="0" y={row * step + 14} fontSize="13" fontWeight="bold" fill={line.beaten ? '#4c6272' : '#212b32'}>
              {clipped(line.name, 40)}
            </text>
            {bars[row]!.segments.map(({ kind, x, width: wide }) => (
              <rect
                key={kind}
                x={x}
                y={row * step + 20}
                width={wide}
                height={bar}
                fill={line.beaten ? '#aeb7bd' : `url(#${id}-${kinds.indexOf(kind)})`}
                stroke={line.beaten ? '#4c6272' : '#ffffff'}
                strokeDasharray={line.beaten ? '3 2' : undefined}
              />
            ))}
            <text x="0" y={row * step + 54} fontSize="12" fill="#212b32">
              {poundsWords(line.costPence)}
              {line.beaten ? ', beaten outright' : ''}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="nhsuk-body-s">
        {kinds.map((kind, i) => (
          <span key={kind} className="tw:mr-4 tw:inline-block">
            <svg width="18" height="14" aria-hidden="true" focusable="false">
              <rect width="18" height="14" fill={`url(#${id}-${i})`} />
            </svg>{' '}
            {costKindWords[kind]}{' '}
          </span>
        ))}
        Dashed and grey: another option is no dearer and no worse.
      </figcaption>
    </figure>
  )
}
