import { Fills, FillWords } from '@/components/comparison/plans/picture-looks'
import { Table } from '@/components/ui/table'
import { nameLines } from '@/lib/comparison/bar-rules'
import { partHeadings, partKinds, partSums, partWords, planBars } from '@/lib/comparison/plans/plan-bars'
import { marksWords, markWords, type ShownPlan } from '@/lib/comparison/plans/shown-plans'
import { poundsWords } from '@/lib/platform/money'

const [width, bar, step] = [320, 20, 80] as const
/** More bars than these are no picture any more; every plan stands in the table. */
const mostDrawn = 8

/** What each plan costs and of what: bars drawn on the server, and every plan with its figures in a table. */
export function CostBars({ plans }: { plans: ShownPlan[] }) {
  const drawn = planBars(
    plans.filter((plan, i) => i < mostDrawn || plan.marks.includes('today')),
    width,
  )
  const kinds = partKinds.filter((kind) => drawn.some((d) => d.segments.some((s) => s.kind === kind)))
  const said = drawn.map(({ shown, pence }) => `Plan ${shown.number}, ${shown.name}: ${poundsWords(pence)}`).join('. ')
  return (
    <section aria-labelledby="plan-costs">
      <h2 className="nhsuk-heading-m" id="plan-costs">
        What each plan costs
      </h2>
      <figure className="tw:mx-0 tw:mb-6 tw:max-w-lg tw:break-inside-avoid">
        <svg
          viewBox={`0 0 ${width} ${drawn.length * step}`}
          width="100%"
          role="img"
          aria-labelledby="bars-title bars-text"
        >
          <title id="bars-title">Cost of each plan over the term, by what it is for</title>
          <desc id="bars-text">{said}</desc>
          <Fills id="bars" />
          {drawn.map(({ shown, pence, segments }, row) => (
            <g key={shown.number}>
              {nameLines(`${shown.number}: ${shown.name}`).map((line, i, { length }) => (
                <text
                  key={line}
                  x="0"
                  y={row * step + 29 - (length - 1 - i) * 16}
                  fontSize="13"
                  fontWeight="bold"
                  fill="#212b32"
                >
                  {line}
                </text>
              ))}
              {segments.map((segment) => (
                <rect
                  key={segment.kind}
                  x={segment.x}
                  y={row * step + 35}
                  width={segment.width}
                  height={bar}
                  fill={`url(#bars-${partKinds.indexOf(segment.kind)})`}
                  stroke="#ffffff"
                />
              ))}
              <text x="0" y={row * step + 68} fontSize="12" fill="#212b32">
                {poundsWords(pence)}, {markWords[shown.marks[0]!].toLowerCase()}
              </text>
            </g>
          ))}
        </svg>
        <figcaption className="nhsuk-body-s">
          <FillWords
            id="bars"
            words={kinds.map((kind) => ({ fill: partKinds.indexOf(kind), text: partWords[kind] }))}
          />
        </figcaption>
      </figure>
      <PlanTable plans={plans} />
    </section>
  )
}

function PlanTable({ plans }: { plans: ShownPlan[] }) {
  const kinds = partKinds.filter((kind) => plans.some(({ plan }) => plan.parts.some((part) => part.kind === kind)))
  return (
    <Table
      caption="Every plan in figures"
      columns={[
        { heading: 'Plan' },
        { heading: 'Why it is shown' },
        ...kinds.map((kind) => ({ heading: partHeadings[kind], number: true })),
        { heading: 'Cost', number: true },
        { heading: 'Worth', number: true },
        { heading: 'Suppliers', number: true },
      ]}
      rows={plans.map(({ number, anchor, name, plan, marks }) => {
        const sums = partSums(plan.parts)
        return {
          key: anchor,
          cells: [
            <span id={anchor} key="n" className="tw:block tw:min-w-44">
              {number}: {name}
            </span>,
            <span key="m" className="tw:block tw:min-w-32">
              {marksWords(marks)}
            </span>,
            ...kinds.map((kind) => poundsWords(sums.find((sum) => sum.kind === kind)?.pence ?? 0n)),
            poundsWords(BigInt(plan.costPence)),
            plan.worth,
            plan.suppliers,
          ],
        }
      })}
    />
  )
}
