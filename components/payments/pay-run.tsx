import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { invoiceName, invoiceStateColours, invoiceStateLabels, railWords } from '@/lib/payments/invoices/invoice'
import { monthWords } from '@/lib/payments/invoices/invoice-words'
import type { InvoiceItem } from '@/lib/payments/invoices/list-invoices'
import { exceptionWords } from '@/lib/payments/match/match'
import { type Payout, payoutStateColours, payoutStateLabels } from '@/lib/payments/money/payout'
import { dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'

/** Every invoice of the supplier: whether it matches, what blocks it, whose move it is, when and how it is paid (P4). */
export function PayRun({ items, nameOf }: { items: InvoiceItem[]; nameOf: (id: string) => string }) {
  if (items.length === 0)
    return <p>There is no invoice yet. On the 1st of a month the portal draws up what was used in the month before.</p>
  return (
    <Table
      caption="Pay run, the newest month first"
      columns={[
        { heading: 'Invoice' },
        { heading: 'Month' },
        { heading: 'Payer' },
        { heading: 'State' },
        { heading: 'What blocks it' },
        { heading: 'Whose move' },
        { heading: 'Due' },
        { heading: 'Paid by' },
        { heading: 'With VAT', number: true },
      ]}
      rows={items.map((item) => ({
        key: item.id,
        cells: [
          <a href={`/invoices/${item.id}`} key="link">
            {invoiceName(item)}
          </a>,
          monthWords(item.month),
          nameOf(item.payerId),
          <Tag colour={invoiceStateColours[item.state]} key="state">
            {invoiceStateLabels[item.state]}
          </Tag>,
          item.exceptions.map(({ code }) => exceptionWords[code].title).join(', ') || 'Nothing',
          `${item.move.role}: ${item.move.what}`,
          item.dueOn ? dayWords(item.dueOn) : 'Not yet',
          item.rail ? railWords[item.rail] : 'Not chosen yet',
          poundsWords(item.grossPence),
        ],
      }))}
    />
  )
}

/** Money on its way to the supplier, newest first. */
export function PayoutTable({ payouts }: { payouts: Payout[] }) {
  if (payouts.length === 0) return <p>No money is on its way yet.</p>
  return (
    <Table
      caption="Payouts, the newest first"
      columns={[{ heading: 'Day' }, { heading: 'By' }, { heading: 'State' }, { heading: 'Amount', number: true }]}
      rows={payouts.map((payout) => ({
        key: payout.id,
        cells: [
          payout.paidOn ? dayWords(payout.paidOn) : 'Not yet',
          railWords[payout.rail],
          <Tag colour={payoutStateColours[payout.state]} key="state">
            {payoutStateLabels[payout.state]}
          </Tag>,
          poundsWords(payout.pence),
        ],
      }))}
    />
  )
}
