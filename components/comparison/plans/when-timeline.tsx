import { Table } from '@/components/ui/table'
import { nameLines } from '@/lib/comparison/bar-rules'
import type { Choice, Outcome } from '@/lib/comparison/optimiser/choice'
import { stretchesOf, stretchWords, whenCostWords } from '@/lib/comparison/plans/when-rules'
import { dayWords } from '@/lib/platform/days'

type Props = { choice: Choice; outcome: Pick<Outcome, 'plan' | 'whenCostPence'>; when: NonNullable<Outcome['when']> }
const [width, step] = [320, 44] as const

/** When to start and to leave which module, so that nothing is paid twice for longer than needed (MOD-6): a picture and a table. */
export function WhenTimeline({ choice, outcome, when }: Props) {
  const starts = stretchesOf(choice, when)
  const cost = whenCostWords(outcome)
  const quarters = Math.max(Math.ceil(choice.term.months / 3), ...starts.map(({ quarter }) => quarter + 1))
  const x = (quarter: number) => (quarter / quarters) * width
  return (
    <section aria-labelledby="when">
      <h2 className="nhsuk-heading-m" id="when">
        When to switch
      </h2>
      {starts.length === 0 ? (
        <p>There is nothing to start: no module of the plan is new.</p>
      ) : (
        <>
          {cost ? <p>{cost}</p> : null}
          <figure className="tw:mx-0 tw:mb-6 tw:max-w-lg tw:break-inside-avoid">
            <svg
              viewBox={`0 0 ${width} ${starts.length * step + 24}`}
              width="100%"
              role="img"
              aria-labelledby="when-title when-text"
            >
              <title id="when-title">From when to when each module runs within the term</title>
              <desc id="when-text">{starts.map((s) => `${s.name}: ${stretchWords(s)}`).join('. ')}</desc>
              {starts.map(({ moduleId, name, quarter, until, isKept }, row) => (
                <g key={`${moduleId}-${quarter}`}>
                  <text x="0" y={row * step + 14} fontSize="13" fill="#212b32">
                    {nameLines(isKept ? `${name}, as today` : name, undefined, 1)}
                  </text>
                  <rect x="0" y={row * step + 20} width={width} height="14" fill="#d8dde0" />
                  <rect
                    x={x(quarter)}
                    y={row * step + 20}
                    width={x(until ?? quarters) - x(quarter)}
                    height="14"
                    fill={isKept ? '#4c6272' : '#005eb8'}
                  />
                </g>
              ))}
              <text x="0" y={starts.length * step + 16} fontSize="12" fill="#212b32">
                {dayWords(choice.term.start)}
              </text>
              <text x={width} y={starts.length * step + 16} textAnchor="end" fontSize="12" fill="#212b32">
                {choice.term.months} months later
              </text>
            </svg>
          </figure>
          <Table
            caption="From when to when"
            columns={[{ heading: 'Module' }, { heading: 'From' }, { heading: 'To' }]}
            rows={starts.map(({ moduleId, name, from, lastDay, quarter, isKept }) => ({
              key: `${moduleId}-${quarter}`,
              cells: [name, isKept ? 'As today' : dayWords(from), lastDay ? dayWords(lastDay) : 'End of the term'],
            }))}
          />
        </>
      )}
    </section>
  )
}
