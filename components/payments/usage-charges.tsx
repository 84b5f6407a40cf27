import { Table } from '@/components/ui/table'
import { invoiceName, invoiceStateLabels } from '@/lib/payments/invoices/invoice'
import type { ContractUsage } from '@/lib/payments/usage/get-contract-usage'
import { poundsWords } from '@/lib/platform/money'

/** The invoice lines that charge this month's use, each with the way to its invoice. */
export function UsageCharges({ lines, nameOf }: Pick<ContractUsage, 'lines'> & { nameOf: (id: string) => string }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">On invoices</h2>
      {lines.length === 0 ? <p>No invoice charges the use of this month yet.</p> : null}
      {lines.length > 0 ? (
        <Table
          caption="Lines that charge this month’s use"
          columns={[
            { heading: 'Invoice' },
            { heading: 'State' },
            { heading: 'Practice' },
            { heading: 'What' },
            { heading: 'Calls', number: true },
            { heading: 'Net', number: true },
          ]}
          rows={lines.map(({ invoice, line }) => ({
            key: `${invoice.id} ${line.key}`,
            cells: [
              <a href={`/invoices/${invoice.id}`} key="invoice">
                {invoiceName(invoice)}
              </a>,
              invoiceStateLabels[invoice.state],
              nameOf(line.practiceId),
              line.name,
              line.quantity.toLocaleString('en-GB'),
              poundsWords(line.netPence),
            ],
          }))}
        />
      ) : null}
    </>
  )
}
