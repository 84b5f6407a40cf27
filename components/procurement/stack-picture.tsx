import { scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import { totalWords } from '@/lib/comparison/scoring/scoring-rules'
import type { Stack } from '@/lib/procurement/competitions/stack-rules'

/** Told apart by colour and by pattern; each reaches 3:1 beside white. */
const looks = [
  { fill: '#005eb8', pattern: '' },
  { fill: '#007f3b', pattern: 'M0 8L8 0' },
  { fill: '#8a4b00', pattern: 'M0 4H8' },
  { fill: '#330072', pattern: 'M4 0V8' },
  { fill: '#ae2573', pattern: 'M0 0L8 8' },
] as const
const [width, left, right, bar, gap, best] = [640, 8, 56, 26, 30, 50_000] as const

/** Every total as a bar made of what it was given for, drawn on the server; all its numbers stand in the table beside it. */
export function StackPicture({ stacks }: { stacks: Stack[] }) {
  const names = stacks[0]?.segments.map(({ name }) => name) ?? []
  const x = scaleLinear([0, best], [left, width - right])
  const layers = stack<Stack, string>()
    .keys(names)
    .value((entry, name) => entry.segments.find((s) => s.name === name)!.points)(stacks)
  const step = bar + gap
  const bottom = stacks.length * step + 8
  const said = stacks.map((s) => `${s.name}: ${totalWords(s.total)}`).join('. ')
  return (
    <figure className="tw:mx-0 tw:mb-6 tw:max-w-3xl">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="scroll-box" aria-label="Picture of the totals" tabIndex={0}>
        <svg
          className="tw:max-w-none!"
          width={width}
          height={bottom + 28}
          viewBox={`0 0 ${width} ${bottom + 28}`}
          role="img"
          aria-labelledby="stack-title stack-text"
        >
          <title id="stack-title">Of what each total is made</title>
          <desc id="stack-text">{said}</desc>
          <defs>
            {looks.map(({ fill, pattern }, i) => (
              <pattern id={`stack-${i}`} key={fill} width="8" height="8" patternUnits="userSpaceOnUse">
                <rect width="8" height="8" fill={fill} />
                {pattern ? <path d={pattern} stroke="#ffffff" strokeWidth="1.2" /> : null}
              </pattern>
            ))}
          </defs>
          {[0, 1, 2, 3, 4, 5].map((point) => (
            <g key={point}>
              <line x1={x(point * 10_000)} x2={x(point * 10_000)} y1="4" y2={bottom} stroke="#aeb7bd" />
              <text x={x(point * 10_000)} y={bottom + 18} textAnchor="middle" fontSize="14" fill="#212b32">
                {point}
              </text>
            </g>
          ))}
          {stacks.map((entry, row) => (
            <g key={entry.entryId}>
              <text x={left} y={row * step + 20} fontSize="15" fill="#212b32">
                {entry.name}
                {entry.isWinner ? ' (greatest total)' : entry.eligible ? '' : ' (cannot win)'}
              </text>
              <text x={x(entry.total) + 6} y={row * step + gap + 18} fontSize="15" fontWeight="bold" fill="#212b32">
                {totalWords(entry.total)}
              </text>
            </g>
          ))}
          {layers.map((layer, i) =>
            layer.map(([from, to], row) => (
              <rect
                key={`${layer.key}-${stacks[row]!.entryId}`}
                x={x(from)}
                y={row * step + gap}
                width={Math.max(0, x(to) - x(from))}
                height={bar}
                fill={`url(#stack-${i % looks.length})`}
                stroke="#ffffff"
              />
            )),
          )}
        </svg>
      </section>
      <figcaption className="muted">
        <Legend names={names} /> Points out of 5.
      </figcaption>
    </figure>
  )
}

function Legend({ names }: { names: string[] }) {
  return names.map((name, i) => (
    <span key={name} className="tw:mr-4 tw:inline-block">
      <svg width="18" height="14" aria-hidden="true" className="tw:mr-1 tw:inline-block tw:align-middle">
        <rect width="18" height="14" fill={`url(#stack-${i % looks.length})`} />
      </svg>
      {name}
    </span>
  ))
}
