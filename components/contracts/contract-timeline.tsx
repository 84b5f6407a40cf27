import type { ContractView } from '@/lib/contracts/get-contract'
import { timelineOf, timelineWords } from '@/lib/contracts/timeline-rules'
import { type Day, dayWords } from '@/lib/platform/days'

const [left, right, rowHeight] = [12, 300, 28]

/** The days of a contract to scale, drawn on the server: one row a day, so that no words run into each other. */
export function ContractTimeline({ contract, today }: { contract: ContractView; today: Day }) {
  const timeline = timelineOf({ ...contract, changes: contract.changedOn }, today)
  const height = timeline.marks.length * rowHeight + 12
  return (
    <>
      <h2 className="nhsuk-heading-m">Days that matter</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="scroll-box" aria-label="Drawing of the days that matter" tabIndex={0}>
        <svg
          viewBox={`0 0 720 ${height}`}
          width={720}
          height={height}
          role="img"
          aria-labelledby="contract-line-title contract-line-text"
        >
          <title id="contract-line-title">Timeline of the contract</title>
          <desc id="contract-line-text">{timelineWords(timeline)}</desc>
          {timeline.marks.map(({ day, words, at }, i) => {
            const [x, y] = [left + at * (right - left), i * rowHeight + 18]
            return (
              <g key={words + day}>
                <line x1={left} x2={right} y1={y} y2={y} stroke="#d8dde0" strokeWidth={2} />
                <line x1={left} x2={x} y1={y} y2={y} stroke="#005eb8" strokeWidth={2} />
                <circle cx={x} cy={y} r={6} fill={words === 'Today' ? '#007f3b' : '#005eb8'} />
                <text x={right + 16} y={y + 5} fontSize={15} fill="#212b32">
                  {`${dayWords(day)}: ${words}`}
                </text>
              </g>
            )
          })}
        </svg>
      </section>
    </>
  )
}
