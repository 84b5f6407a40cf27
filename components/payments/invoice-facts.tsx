import { SummaryList } from '@/components/ui/summary-list'
import type { InvoicePage } from '@/lib/payments/invoices/get-invoice'
import { invoiceName, invoiceStateLabels, owedPence, railWords } from '@/lib/payments/invoices/invoice'
import { isOverdue } from '@/lib/payments/invoices/invoice-move-rules'
import { monthWords } from '@/lib/payments/invoices/invoice-words'
import { type Day, dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'

type Props = { invoice: InvoicePage; nameOf: (id: string) => string; today: Day }

/** Who owes whom what, for which contract and month, and until when. */
export function InvoiceFacts({ invoice, nameOf, today }: Props) {
  const { contractId, contractNumber, month, dueOn, rail, receivedOn, endedBecause, ofMonth, vatNumber } = invoice
  const rows = [
    { key: 'Payer', value: nameOf(invoice.payerId) },
    { key: 'Supplier', value: `${nameOf(invoice.supplierId)}, ${vatNumber ?? 'not registered for VAT'}` },
    {
      key: 'Contract',
      value: (
        <a href={`/contracts/${contractId}`}>
          {invoice.moduleName} ({contractNumber})
        </a>
      ),
    },
    { key: 'Month', value: monthWords(month) },
    {
      key: 'Commitment',
      value: invoice.fundingRequestId ? (
        <a href={`/funding/${invoice.fundingRequestId}`}>The approved funding request</a>
      ) : (
        'None in the portal'
      ),
    },
    { key: 'Received', value: receivedOn ? dayWords(receivedOn) : 'Not yet' },
    {
      key: 'Due',
      value: dueOn ? `${dayWords(dueOn)}${isOverdue(invoice, today) ? ' (overdue)' : ''}` : 'When released',
    },
    { key: 'How it is paid', value: rail ? railWords[rail] : 'Chosen when released' },
    { key: 'Paid', value: poundsWords(invoice.paidPence) },
    ...(dueOn
      ? [
          {
            key: 'Still owed',
            value: poundsWords(['issued', 'part-funded'].includes(invoice.state) ? owedPence(invoice) : 0n),
          },
        ]
      : []),
    ...(endedBecause ? [{ key: 'Why it ended', value: endedBecause }] : []),
    ...(ofMonth.length > 0 ? [{ key: 'Other invoices of this month', value: <OfMonth invoices={ofMonth} /> }] : []),
  ]
  return <SummaryList rows={rows} />
}

/** What was credited or void before, or takes its place. */
function OfMonth({ invoices }: { invoices: InvoicePage['ofMonth'] }) {
  return (
    <ul className="nhsuk-list">
      {invoices.map((other) => (
        <li key={other.id}>
          <a href={`/invoices/${other.id}`}>
            {invoiceName(other)}, correction {other.correction}
          </a>
          : {invoiceStateLabels[other.state]}, {poundsWords(other.grossPence)} with VAT
        </li>
      ))}
    </ul>
  )
}
