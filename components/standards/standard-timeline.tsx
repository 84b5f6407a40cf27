import type { SpanKind, StandardTimeline as Timeline } from '@/lib/assurance/standards/timeline-rules'
import { spanWords } from '@/lib/assurance/standards/timeline-rules'
import { dayWords } from '@/lib/platform/days'

const [left, width, rowHeight, top] = [90, 900, 44, 30]
const fills: Record<SpanKind, string> = {
  announced: '#aeb7bd',
  transition: '#ffb81c',
  'in-force': '#007f3b',
  undated: '#78be20',
}
const kinds: SpanKind[] = ['announced', 'transition', 'in-force', 'undated']

/** Versions and their windows to scale, with today. The table beneath says the same in words. */
export function StandardTimeline({ timeline, name }: { timeline: Timeline; name: string }) {
  const { bars, years, today } = timeline
  const height = top + bars.length * rowHeight
  const x = (at: number) => left + at * (width - left)
  return (
    <figure className="tw:mx-0 tw:mb-6">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="scroll-box" aria-label="Timeline of the versions" tabIndex={0}>
        <svg
          viewBox={`0 0 ${width} ${height + 24}`}
          width={width}
          height={height + 24}
          className="tw:max-w-none"
          role="img"
          aria-labelledby="tl-title tl-text"
        >
          <title id="tl-title">{`Versions of ${name} over time`}</title>
          <desc id="tl-text">{summary(timeline)}</desc>
          {years.map(({ at, year }) => (
            <g key={year}>
              <line x1={x(at)} x2={x(at)} y1={top - 8} y2={height} stroke="#d8dde0" />
              <text x={x(at) + 5} y={top - 12} fontSize="15" fill="#4c6272">
                {year}
              </text>
            </g>
          ))}
          {bars.map((bar, i) => (
            <g key={bar.number}>
              <text x={0} y={top + i * rowHeight + 23} fontSize="16" fontWeight="600" fill="#212b32">
                {bar.number}
              </text>
              {bar.spans.map((span) => (
                <rect
                  key={span.kind}
                  x={x(span.start)}
                  y={top + i * rowHeight + 6}
                  width={Math.max(span.width * (width - left), 2)}
                  height={24}
                  fill={fills[span.kind]}
                >
                  <title>{`${bar.number}: ${spanWords[span.kind]}${span.kind === 'undated' ? '' : `, from ${dayWords(span.from)}`}`}</title>
                </rect>
              ))}
            </g>
          ))}
          <line
            x1={x(today)}
            x2={x(today)}
            y1={top - 8}
            y2={height}
            stroke="#212b32"
            strokeWidth="2"
            strokeDasharray="6 4"
          />
          <text x={x(today)} y={height + 18} fontSize="15" fill="#212b32" textAnchor={today > 0.9 ? 'end' : 'middle'}>
            Today
          </text>
        </svg>
      </section>
      <figcaption className="nhsuk-body-s">
        {kinds
          .filter((kind) => bars.some((bar) => bar.spans.some((span) => span.kind === kind)))
          .map((kind) => (
            <span key={kind} className="tw:mr-4 tw:inline-block">
              <svg width="14" height="14" aria-hidden="true" focusable="false">
                <rect width="14" height="14" fill={fills[kind]} />
              </svg>{' '}
              {spanWords[kind]}
            </span>
          ))}
      </figcaption>
    </figure>
  )
}

const summary = ({ bars }: Timeline): string =>
  `${bars
    .map(
      (bar) =>
        `${bar.number}: ${bar.spans.map((s) => `${spanWords[s.kind].toLowerCase()}${s.kind === 'undated' ? '' : ` from ${dayWords(s.from)}`}`).join(', ')}`,
    )
    .join('. ')}. The table below says the same.`
