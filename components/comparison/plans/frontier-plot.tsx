import { Table } from '@/components/ui/table'
import type { Choice } from '@/lib/comparison/optimiser/choice'
import { type FrontierPoint, frame, frontierLayout } from '@/lib/comparison/plans/frontier-layout'
import type { ShownPlan } from '@/lib/comparison/plans/shown-plans'
import { poundsWords } from '@/lib/platform/money'

type Props = { choice: Choice; plans: ShownPlan[]; isComplete: boolean }

/** Pounds against worth: a plan that costs more fulfils more, or it is not here. Every point leads to its plan (RES-3). */
export function FrontierPlot({ choice, plans, isComplete }: Props) {
  const whole = choice.wishes.reduce((sum, { worth }) => sum + worth, 0)
  const points = plans.filter(({ marks }) => marks.includes('frontier'))
  const drawn = plans.filter(({ marks }) => marks.includes('frontier') || marks.includes('today'))
  if (points.length === 0) return null
  const { costMarks, worthMarks, points: placed } = frontierLayout(drawn, whole)
  return (
    <section aria-labelledby="frontier">
      <h2 className="nhsuk-heading-m" id="frontier">
        What more of your wishes would cost
      </h2>
      <p>
        {isComplete
          ? 'Each plan on the frontier is the cheapest that fulfils as much as it does.'
          : 'These are the plans that were found in the time; there may be others between them.'}
      </p>
      <figure className="tw:mx-0 tw:mb-6 tw:max-w-lg tw:break-inside-avoid">
        {/* biome-ignore lint/a11y/useSemanticElements: a group of links inside a picture has no element of its own */}
        <svg viewBox={`0 0 ${frame.width} ${frame.height}`} width="100%" role="group" aria-labelledby="frontier-title">
          <title id="frontier-title">Cost of each plan against the worth of the wishes that it fulfils</title>
          {costMarks.map(({ pounds, y }) => (
            <g key={pounds}>
              <line x1={frame.left} x2={frame.width - frame.right} y1={y} y2={y} stroke="#aeb7bd" />
              <text x={frame.left - 6} y={y + 4} textAnchor="end" fontSize="12" fill="#212b32">
                £{pounds.toLocaleString('en-GB')}
              </text>
            </g>
          ))}
          {worthMarks.map(({ worth, x }) => (
            <text
              key={worth}
              x={x}
              y={frame.height - frame.bottom + 18}
              textAnchor="middle"
              fontSize="12"
              fill="#212b32"
            >
              {worth}
            </text>
          ))}
          <text x={frame.width - frame.right} y={frame.height - 8} textAnchor="end" fontSize="12" fill="#212b32">
            Worth of the wishes fulfilled, of {whole}
          </text>
          {placed.map((point) => (
            <Point point={point} key={point.shown.number} />
          ))}
        </svg>
        <figcaption className="nhsuk-body-s">
          A disc is a plan on the frontier, a diamond is what you run today. The scale of costs begins at £
          {costMarks[0]!.pounds.toLocaleString('en-GB')}. The number of a point is its row in the table.
        </figcaption>
      </figure>
      <Table
        caption="The frontier in figures"
        columns={[
          { heading: 'Plan' },
          { heading: 'Cost over the term', number: true },
          { heading: 'More than the plan above', number: true },
          { heading: 'Worth of wishes', number: true },
        ]}
        rows={points.map(({ number, anchor, name, plan }, i) => ({
          key: anchor,
          cells: [
            <a href={`#${anchor}`} key="a">
              {number}: {name}
            </a>,
            poundsWords(BigInt(plan.costPence)),
            i === 0 ? 'None' : poundsWords(BigInt(plan.costPence) - BigInt(points[i - 1]!.plan.costPence)),
            plan.worth,
          ],
        }))}
      />
    </section>
  )
}

function Point({ point: { shown, x, y, label, isLink } }: { point: FrontierPoint }) {
  const isToday = shown.marks.includes('today')
  const words = `Plan ${shown.number}, ${shown.name}: ${poundsWords(BigInt(shown.plan.costPence))}, worth ${shown.plan.worth}${isToday ? ', as today' : ''}`
  const dot = (
    <>
      {isLink ? <rect x={x - 13.5} y={y - 13.5} width="27" height="27" fill="#ffffff" fillOpacity="0" /> : null}
      {isToday ? (
        <path d={`M${x} ${y - 8}L${x + 8} ${y}L${x} ${y + 8}L${x - 8} ${y}z`} fill="#8a4b00" stroke="#ffffff" />
      ) : (
        <circle cx={x} cy={y} r="6" fill="#005eb8" stroke="#ffffff" />
      )}
      {label ? (
        <text x={label.x} y={label.y + 4.5} textAnchor="middle" fontSize="13" fontWeight="bold" fill="#212b32">
          {shown.number}
        </text>
      ) : null}
    </>
  )
  if (!isLink) return <g>{dot}</g>
  return (
    <a href={`#${shown.anchor}`} aria-label={words}>
      {dot}
    </a>
  )
}
