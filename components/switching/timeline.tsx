import { Table } from '@/components/ui/table'
import { type Day, dayOf, daysBetween, dayWords, instantInWords } from '@/lib/platform/days'
import { barsOf, type KeyDay, stagesOf } from '@/lib/switching/timeline-rules'

type Props = { history: Parameters<typeof stagesOf>[0]; days: KeyDay[]; now: Date }

const [left, right, rowHeight] = [215, 680, 34]

/** The stages to scale, and the same as a table: what a practice manager prints. */
export function Timeline({ history, days, now }: Props) {
  const bars = barsOf(stagesOf(history), now)
  const height = bars.length * rowHeight + 8
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="scroll-box" aria-label="Drawing of the stages" tabIndex={0}>
        <svg viewBox={`0 0 ${right} ${height}`} width={right} height={height} role="img" aria-label={summary(bars)}>
          {bars.map((bar, i) => (
            <g key={bar.from.toISOString()}>
              <text x={0} y={i * rowHeight + 24} fontSize={15} fill="#212b32">
                {bar.label}
              </text>
              <rect x={left} y={i * rowHeight + 8} width={right - left} height={20} fill="#f0f4f5" />
              <rect
                x={left + bar.start * (right - left)}
                y={i * rowHeight + 8}
                width={bar.width * (right - left)}
                height={20}
                fill={bar.to ? '#005eb8' : '#007f3b'}
              />
            </g>
          ))}
        </svg>
      </section>
      <Table
        caption="Stages of the switch"
        columns={[{ heading: 'Stage' }, { heading: 'From' }, { heading: 'To' }, { heading: 'Days', number: true }]}
        rows={bars.map((bar) => ({
          key: bar.from.toISOString() + bar.state,
          cells: [
            bar.label,
            instantInWords(bar.from),
            bar.to ? instantInWords(bar.to) : 'goes on',
            String(daysBetween(dayOf(bar.from), dayOf(bar.to ?? now))),
          ],
        }))}
      />
      <Table
        caption="Days that matter"
        columns={[{ heading: 'What' }, { heading: 'Day' }, { heading: 'From today' }]}
        rows={days.map(({ what, day }) => ({ key: what, cells: [what, dayWords(day), awayWords(day, dayOf(now))] }))}
      />
    </>
  )
}

function awayWords(day: Day, today: Day): string {
  const days = daysBetween(today, day)
  if (days === 0) return 'today'
  return days > 0 ? `in ${days.toLocaleString('en-GB')} days` : `${(-days).toLocaleString('en-GB')} days ago`
}

const summary = (bars: ReturnType<typeof barsOf>): string =>
  `Stages drawn to scale: ${bars.map((b) => `${b.label} from ${dayWords(dayOf(b.from))}`).join(', ')}. The table below says the same.`
