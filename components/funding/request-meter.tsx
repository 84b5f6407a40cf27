import { availablePence, type BudgetLine, type FundingRequest, yearWords } from '@/lib/funding/funding-request'
import { meterOf } from '@/lib/funding/meter-rules'
import { poundsWords } from '@/lib/platform/money'

const width = 600
const colours = { spent: '#003087', committed: '#41b6e6', reserved: '#768692', this: '#ffb81c' }
const words = { spent: 'Spent', committed: 'committed', reserved: 'reserved', this: 'this request' }

/** What this request draws on each line it needs, to scale, with its figures as words. */
export function RequestMeter({ request, lines }: { request: FundingRequest; lines: BudgetLine[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <h2 className="nhsuk-heading-m">Budget</h2>
      {lines.map((line) => (
        <Meter key={line.id} request={request} line={line} />
      ))}
    </>
  )
}

function Meter({ request, line }: { request: FundingRequest; line: BudgetLine }) {
  const parts = meterOf(request, line)
  const long = (pence: bigint) =>
    line.allocatedPence === 0n ? 0 : (Number((10_000n * pence) / line.allocatedPence) * width) / 10_000
  const lengths = parts.map(({ pence }) => long(pence))
  const name = `${line.stream} ${yearWords(line.year)}`
  const text = `${parts.map(({ key, pence }) => `${words[key]} ${poundsWords(pence)}`).join(', ')}, left ${poundsWords(availablePence(line))} of ${poundsWords(line.allocatedPence)}`
  return (
    <figure className="nhsuk-u-margin-bottom-4 tw:mx-0">
      <svg viewBox={`0 0 ${width} 30`} width="100%" role="img" aria-label={`${name}: ${text}`}>
        <rect width={width} height="30" fill="#d8dde0" />
        {parts.map(({ key }, i) => (
          <rect
            key={key}
            x={lengths.slice(0, i).reduce((a, b) => a + b, 0)}
            width={lengths[i]}
            height="30"
            fill={colours[key]}
          />
        ))}
      </svg>
      <figcaption>
        <strong>{name}</strong>: {text}.
      </figcaption>
    </figure>
  )
}
