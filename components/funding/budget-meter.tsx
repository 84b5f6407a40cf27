import { Table } from '@/components/ui/table'
import { availablePence, type BudgetLine, yearWords } from '@/lib/funding/funding-request'
import { poundsWords } from '@/lib/platform/money'

/** Spent, committed, reserved and left of each budget line: a bar, and the same in figures. */
export function BudgetMeter({ lines, linked = false }: { lines: BudgetLine[]; linked?: boolean }) {
  if (lines.length === 0) return null
  return (
    <>
      <h2 className="nhsuk-heading-m">Budget</h2>
      <Table
        caption="Budget by stream and financial year"
        hideCaption
        columns={[
          { heading: 'Line' },
          { heading: 'Use' },
          ...['Allocated', 'Spent', 'Committed', 'Reserved', 'Left'].map((heading) => ({ heading, number: true })),
        ]}
        rows={lines.map((line) => ({
          key: line.id,
          cells: [
            linked ? (
              <a href={`/funding/budgets/${line.id}`} key="l">{`${line.stream} ${yearWords(line.year)}`}</a>
            ) : (
              `${line.stream} ${yearWords(line.year)}`
            ),
            <Bar line={line} key="b" />,
            ...[
              line.allocatedPence,
              line.spentPence,
              line.committedPence,
              line.reservedPence,
              availablePence(line),
            ].map(poundsWords),
          ],
        }))}
      />
    </>
  )
}

function Bar({ line }: { line: BudgetLine }) {
  const share = (pence: bigint) => (line.allocatedPence === 0n ? 0 : Number((1000n * pence) / line.allocatedPence) / 10)
  const parts = [share(line.spentPence), share(line.committedPence), share(line.reservedPence)]
  const colours = ['#003087', '#005eb8', '#768692']
  const total = parts.reduce((a, b) => a + b, 0)
  return (
    <svg viewBox="0 0 100 12" width="160" height="19" role="img" aria-label={`${total.toFixed(1)} % used`}>
      <rect width="100" height="12" fill="#d8dde0" />
      {parts.map((part, i) => (
        <rect
          key={colours[i]}
          x={parts.slice(0, i).reduce((a, b) => a + b, 0)}
          width={part}
          height="12"
          fill={colours[i]}
        />
      ))}
    </svg>
  )
}
