import { availablePence, type BudgetLine } from '@/lib/funding/funding-request'
import { poundsWords } from '@/lib/platform/money'

const width = 600
const parts = [
  { words: 'Spent', colour: '#003087', of: (line: BudgetLine) => line.spentPence },
  { words: 'Committed', colour: '#005eb8', of: (line: BudgetLine) => line.committedPence },
  { words: 'Reserved', colour: '#768692', of: (line: BudgetLine) => line.reservedPence },
  { words: 'Left', colour: '#d8dde0', of: availablePence },
]

/** The use of a line to scale, with its figures below and as its text. */
export function BudgetPicture({ line }: { line: BudgetLine }) {
  const share = (pence: bigint) =>
    line.allocatedPence === 0n ? 0 : (Number((10_000n * pence) / line.allocatedPence) * width) / 10_000
  const drawn = parts.map((part) => ({ ...part, pence: part.of(line), length: share(part.of(line)) }))
  const text = drawn.map(({ words, pence }) => `${words} ${poundsWords(pence)}`).join(', ')
  return (
    <figure className="nhsuk-u-margin-bottom-4 tw:mx-0">
      <svg
        viewBox={`0 0 ${width} 40`}
        width="100%"
        role="img"
        aria-label={`Of ${poundsWords(line.allocatedPence)}: ${text}`}
      >
        <rect width={width} height="40" fill="#d8dde0" />
        {drawn.map(({ words, colour, length }, i) => (
          <rect
            key={words}
            x={drawn.slice(0, i).reduce((sum, part) => sum + part.length, 0)}
            width={length}
            height="40"
            fill={colour}
          />
        ))}
      </svg>
      <figcaption>{text}.</figcaption>
    </figure>
  )
}
