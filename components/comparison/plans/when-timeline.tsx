import { Table } from '@/components/ui/table'
import { nameLines } from '@/lib/comparison/bar-rules'
import type { Choice, Outcome } from '@/lib/comparison/optimiser/choice'
import { startsOf } from '@/lib/comparison/plans/when-rules'
import { dayWords } from '@/lib/platform/days'

type Props = { choice: Choice; when: NonNullable<Outcome['when']> }
const [width, step] = [320, 44] as const

/** When to start which module, so that nothing is paid twice for longer than needed (MOD-6): a picture and a table. */
export function WhenTimeline({ choice, when }: Props) {
  const starts = startsOf(choice, when)
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
          <figure className="tw:mx-0 tw:mb-6 tw:max-w-lg tw:break-inside-avoid">
            <svg
              viewBox={`0 0 ${width} ${starts.length * step + 24}`}
              width="100%"
              role="img"
              aria-labelledby="when-title when-text"
            >
              <title id="when-title">When each module starts within the term</title>
              <desc id="when-text">{starts.map((s) => `${s.name}: ${dayWords(s.from)}`).join('. ')}</desc>
              {starts.map(({ moduleId, name, quarter, isKept }, row) => (
                <g key={`${moduleId}-${quarter}`}>
                  <text x="0" y={row * step + 14} fontSize="13" fill="#212b32">
                    {nameLines(isKept ? `${name}, as today` : name, undefined, 1)}
                  </text>
                  <rect x="0" y={row * step + 20} width={width} height="14" fill="#d8dde0" />
                  <rect
                    x={x(quarter)}
                    y={row * step + 20}
                    width={width - x(quarter)}
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
            caption="Starts by quarter"
            columns={[{ heading: 'Module' }, { heading: 'From' }, { heading: 'Quarter of the term', number: true }]}
            rows={starts.map(({ moduleId, name, from, quarter, isKept }) => ({
              key: `${moduleId}-${quarter}`,
              cells: [name, isKept ? 'As today' : dayWords(from), quarter + 1],
            }))}
          />
        </>
      )}
    </section>
  )
}
