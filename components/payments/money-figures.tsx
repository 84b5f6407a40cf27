import { Table } from '@/components/ui/table'
import type { MoneyPage } from '@/lib/payments/invoices/get-money-page'
import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'

/** Whether the ledger says what the invoices say. */
export function Reconciliation({ of }: { of: MoneyPage['reconciliation'] }) {
  const rows = [
    ['Owed by invoices that are issued', of.owed],
    ['Owed by the ledger', of.receivable],
    ['Difference', of.difference],
    ['Held for you after a credit', of.held],
  ] as const
  return (
    <>
      <p role="status">
        {of.difference === 0n
          ? 'The ledger and the invoices agree.'
          : 'The ledger and the invoices differ. Ask the authority to look at it.'}
      </p>
      <Table
        caption="Reconciliation"
        columns={[{ heading: 'Figure' }, { heading: 'Amount', number: true }]}
        rows={rows.map(([what, pence]) => ({ key: what, cells: [what, poundsWords(pence)] }))}
      />
    </>
  )
}

/** Money that came in and fits nothing. */
export function SuspenseTable({ rows }: { rows: MoneyPage['suspense'] }) {
  if (rows.length === 0) return <p>No money is in suspense.</p>
  return (
    <Table
      caption="Money in suspense"
      columns={[
        { heading: 'Reference' },
        { heading: 'Day' },
        { heading: 'Came in', number: true },
        { heading: 'Too much', number: true },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <a href={`/invoices/${row.invoiceId}`} key="link">
            {row.reference}
          </a>,
          dayWords(row.on),
          poundsWords(row.pence),
          poundsWords(row.suspensePence),
        ],
      }))}
    />
  )
}
