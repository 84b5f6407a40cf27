import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { ReconciliationView } from '@/lib/payments/stripe/list-reconciliations'
import { reconciliationWords } from '@/lib/payments/stripe/reconcile-rules'
import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'

/** A line a row: the day, both figures, and what differs, in words as well as in colour. */
export function ReconciliationTable({ rows }: Pick<ReconciliationView, 'rows'>) {
  if (rows.length === 0) return <p>Nothing was compared yet: no invoice has gone through Stripe.</p>
  return (
    <Table
      caption="Comparisons, newest first"
      columns={[
        { heading: 'Day' },
        { heading: 'What' },
        { heading: 'Whose' },
        { heading: 'In the ledger', number: true },
        { heading: 'At Stripe', number: true },
        { heading: 'Difference', number: true },
        { heading: 'Result' },
      ]}
      rows={rows.map((row) => ({
        key: `${row.day} ${row.line} ${row.ownerId}`,
        cells: [
          dayWords(row.day),
          reconciliationWords[row.line],
          row.owner,
          poundsWords(row.ledgerPence),
          poundsWords(row.stripePence),
          poundsWords(row.differencePence),
          <Tag colour={row.differencePence === 0n ? 'green' : 'red'} key="result">
            {row.differencePence === 0n ? 'Agrees' : 'Differs'}
          </Tag>,
        ],
      }))}
    />
  )
}
