import { Table } from '@/components/ui/table'
import { type Day, dayOf, dayWords } from '@/lib/platform/days'
import { barsOf, barWords } from '@/lib/switching/portfolio/bar-rules'
import { lateWords } from '@/lib/switching/portfolio/late-rules'
import type { PortfolioLine } from '@/lib/switching/portfolio/portfolio'

const [width, rowHeight, top] = [320, 40, 20]

/** Many practices to one scale, from the opening to the planned day of go-live, with today; and the same as a table. */
export function PortfolioTimeline({ lines, today }: { lines: PortfolioLine[]; today: Day }) {
  const { bars, today: at, first, last } = barsOf(lines, today)
  const height = top + bars.length * rowHeight
  return (
    <>
      <figure className="tw:mx-0 tw:mb-6">
        <svg
          viewBox={`0 0 ${width} ${height}`}
          style={{ width: '100%', maxWidth: '640px' }}
          role="img"
          aria-labelledby="bars-title bars-text"
          fontSize="11"
          fill="#212b32"
        >
          <title id="bars-title">{`${bars.length} switches from ${dayWords(first)} to ${dayWords(last)}`}</title>
          <desc id="bars-text">
            A bar for each switch, from its opening to its planned go-live. The table below says the same.
          </desc>
          {bars.map((bar, i) => (
            <g key={bar.id} transform={`translate(0 ${top + i * rowHeight})`}>
              <text y="11">{bar.isLate ? `${bar.label}: late` : bar.label}</text>
              <rect
                x={bar.start * width}
                y="16"
                width={bar.width * width}
                height="14"
                fill={bar.isLate ? '#ffffff' : '#005eb8'}
                stroke={bar.isLate ? '#d5281b' : '#005eb8'}
                strokeWidth={bar.isLate ? 3 : 1}
              />
            </g>
          ))}
          <line x1={at * width} x2={at * width} y1={top} y2={height} stroke="#212b32" strokeDasharray="4 3" />
          <text x={Math.min(at * width, width - 34)} y="12" textAnchor={at < 0.1 ? 'start' : 'middle'}>
            Today
          </text>
        </svg>
        <figcaption className="nhsuk-body-s">Filled: nothing is late. Outlined: something is late.</figcaption>
      </figure>
      <Table
        caption="From opening to go-live"
        columns={[{ heading: 'Practice' }, { heading: 'Opened' }, { heading: 'Go-live' }, { heading: 'Late' }]}
        rows={lines.map((line) => ({
          key: line.id,
          cells: [
            <a href={`/switches/${line.id}/timeline`} key="link">
              {line.practice}
            </a>,
            dayWords(dayOf(line.openedAt)),
            barWords(line, today),
            line.late.map(({ what, days }) => `${what}, ${lateWords(days)}`).join('; ') || 'nothing',
          ],
        }))}
      />
    </>
  )
}
