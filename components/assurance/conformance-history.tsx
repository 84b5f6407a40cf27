import { Table } from '@/components/ui/table'
import type { HistoryStretch } from '@/lib/assurance/register/conformance-history-rules'
import { barsOfHistory, halfYearsBetween, historySummary } from '@/lib/assurance/register/history-picture-rules'
import { dayWords } from '@/lib/platform/days'

const [left, right, rowHeight, axis] = [190, 680, 34, 26]
const fills: Record<HistoryStretch['label']['kind'], string> = {
  conformant: '#007f3b',
  'conformant-until': '#00703c',
  'work-off': '#ffb81c',
  remediation: '#ed8b00',
  'not-conformant': '#d5281b',
  'not-assessed': '#768692',
  suspended: '#330072',
  removed: '#212b32',
  withdrawn: '#aeb7bd',
}

/** The labels of two years to scale, and the same as a table: a bar's row says what it means, so it can be printed in grey. */
export function ConformanceHistory({ history }: { history: HistoryStretch[] }) {
  if (history.length === 0) return null
  const { rows, bars } = barsOfHistory(history)
  const [first, last] = [history[0]!.from, history.at(-1)!.to]
  const height = rows.length * rowHeight + axis
  const x = (part: number) => left + part * (right - left)
  return (
    <>
      <h2 className="nhsuk-heading-m">Two years of labels</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="scroll-box" aria-label="Drawing of the labels" tabIndex={0}>
        <svg
          viewBox={`0 0 ${right} ${height}`}
          width={right}
          height={height}
          role="img"
          aria-label={historySummary(history)}
        >
          {rows.map((words, i) => (
            <g key={words}>
              <text x={0} y={i * rowHeight + 22} fontSize={15} fill="#212b32">
                {words}
              </text>
              <rect x={left} y={i * rowHeight + 6} width={right - left} height={22} fill="#f0f4f5" />
            </g>
          ))}
          {halfYearsBetween(first, last).map(({ day, at }) => (
            <g key={day}>
              <line x1={x(at)} x2={x(at)} y1={0} y2={height - axis + 4} stroke="#4c6272" strokeDasharray="2 3" />
              <text x={Math.min(x(at), right - 60)} y={height - 6} fontSize={13} fill="#212b32">
                {dayWords(day).replace(/^1 /, '')}
              </text>
            </g>
          ))}
          {bars.map((bar) => (
            <rect
              key={bar.from}
              x={x(bar.start)}
              y={bar.row * rowHeight + 6}
              width={Math.max(2, bar.width * (right - left))}
              height={22}
              fill={fills[bar.kind]}
              stroke="#212b32"
              strokeWidth={0.75}
            />
          ))}
        </svg>
      </section>
      <Table
        caption="Labels, as they were shown on each day"
        columns={[{ heading: 'From' }, { heading: 'To' }, { heading: 'Label' }]}
        rows={history.toReversed().map(({ from, to, label }) => ({
          key: from,
          cells: [dayWords(from), to === last ? 'today' : dayWords(to), label.words],
        }))}
      />
    </>
  )
}
