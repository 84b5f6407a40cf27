import { Details } from '@/components/ui/details'
import { Table } from '@/components/ui/table'
import type { YearPoint } from '@/lib/funding/budget-year-rules'
import { poundsWords } from '@/lib/platform/money'

const [width, height, left, foot] = [640, 240, 8, 34]
const parts = [
  { words: 'Spent', colour: '#003087', of: (p: YearPoint) => p.spentPence },
  { words: 'Committed', colour: '#41b6e6', of: (p: YearPoint) => p.committedPence },
  { words: 'Reserved', colour: '#768692', of: (p: YearPoint) => p.reservedPence },
]

/** A line through its year: how much was spent, committed and reserved at the end of each month, against the allocation. */
export function BudgetYear({ points }: { points: YearPoint[] }) {
  const greatest = points.reduce((most, p) => [most, p.allocatedPence, usedOf(p)].reduce((a, b) => (a > b ? a : b)), 1n)
  const tall = (pence: bigint) => (Number((10_000n * pence) / greatest) * (height - foot - 10)) / 10_000
  const step = (width - 2 * left) / Math.max(12, points.length)
  const last = points.at(-1)
  return (
    <>
      <h2 className="nhsuk-heading-m">Through the year</h2>
      <figure className="nhsuk-u-margin-bottom-4 tw:mx-0">
        <svg viewBox={`0 0 ${width} ${height}`} width="100%" role="img" aria-label={labelOf(last)}>
          <line x1={left} x2={width - left} y1={height - foot} y2={height - foot} stroke="#212b32" />
          {points.map((point, i) => (
            <Bar key={point.month} {...{ point, tall, step }} x={left + i * step} />
          ))}
        </svg>
        <figcaption>
          {parts.map(({ words, colour }) => (
            <span key={words} className="tw:mr-4">
              <svg width="12" height="12" aria-hidden="true">
                <rect width="12" height="12" fill={colour} />
              </svg>{' '}
              {words}
            </span>
          ))}
          <span>
            <svg width="18" height="12" aria-hidden="true">
              <line x1="0" x2="18" y1="6" y2="6" stroke="#d5281b" strokeWidth="3" />
            </svg>{' '}
            Allocated
          </span>
        </figcaption>
      </figure>
      <Details summary="The same in figures">
        <Table
          caption="The line at the end of each month"
          columns={[
            { heading: 'Month' },
            ...['Allocated', 'Spent', 'Committed', 'Reserved', 'Left'].map((heading) => ({ heading, number: true })),
          ]}
          rows={points.map((p) => ({
            key: p.month,
            cells: [
              monthWords(p.month),
              ...[p.allocatedPence, p.spentPence, p.committedPence, p.reservedPence, p.allocatedPence - usedOf(p)].map(
                poundsWords,
              ),
            ],
          }))}
        />
      </Details>
    </>
  )
}

type BarProps = { point: YearPoint; x: number; step: number; tall: (pence: bigint) => number }

function Bar({ point, x, step, tall }: BarProps) {
  const ground = height - foot
  const tops = parts.map((_, i) => parts.slice(0, i + 1).reduce((sum, part) => sum + tall(part.of(point)), 0))
  const line = ground - tall(point.allocatedPence)
  return (
    <g>
      {parts.map(({ words, colour, of }, i) => (
        <rect key={words} x={x + 4} width={step - 8} y={ground - tops[i]!} height={tall(of(point))} fill={colour} />
      ))}
      <line x1={x} x2={x + step} y1={line} y2={line} stroke="#d5281b" strokeWidth="3" />
      <text x={x + step / 2} y={height - 12} textAnchor="middle" fontSize="13" fill="#212b32">
        {shortWords(point.month)}
      </text>
    </g>
  )
}

const usedOf = (p: YearPoint): bigint => p.spentPence + p.committedPence + p.reservedPence
const names = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' })

function monthWords(month: string): string {
  if (month === 'before') return 'Before the year began'
  return month === 'after' ? 'After the year' : names.format(new Date(`${month}-01T00:00:00Z`))
}
const shortWords = (month: string): string =>
  month === 'before' ? 'Before' : month === 'after' ? 'After' : monthWords(month).slice(0, 3)

function labelOf(last: YearPoint | undefined): string {
  if (!last) return 'Nothing happened on this line yet'
  const sums = parts.map(({ words, of }) => `${words.toLowerCase()} ${poundsWords(of(last))}`).join(', ')
  return `The line month by month; at the last: ${sums}, of ${poundsWords(last.allocatedPence)}. The same stands in the table below.`
}
