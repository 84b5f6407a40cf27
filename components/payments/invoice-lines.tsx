import { Table } from '@/components/ui/table'
import type { InvoicePage } from '@/lib/payments/invoices/get-invoice'
import type { InvoiceLine } from '@/lib/payments/invoices/invoice'
import { usageAddress } from '@/lib/payments/usage/usage-filter'
import { poundsWords, unitPriceWords } from '@/lib/platform/money'

type Props = {
  invoice: Pick<InvoicePage, 'lines' | 'vat' | 'contractId' | 'netPence' | 'vatPence' | 'grossPence'>
  nameOf: (id: string) => string
}

/** How each line was reckoned: frozen price, evidence, sum; then VAT by rate. */
export function InvoiceLines({ invoice, nameOf }: Props) {
  const { lines, vat, contractId, netPence, vatPence, grossPence } = invoice
  const sums = [
    { key: 'net', what: 'Net', pence: netPence },
    ...vat.map((rate) => ({
      key: `vat-${rate.percent}`,
      what: `VAT at ${rate.percent} % on ${poundsWords(rate.netPence)}`,
      pence: rate.vatPence,
    })),
    { key: 'vat', what: 'VAT in all, as submitted', pence: vatPence },
    { key: 'gross', what: 'To pay', pence: grossPence },
  ]
  return (
    <>
      <Table
        caption="Lines"
        columns={[
          { heading: 'What' },
          { heading: 'Where, with the evidence of use' },
          { heading: 'Price' },
          { heading: 'Quantity' },
          { heading: 'Net', number: true },
        ]}
        rows={lines.map((line) => ({
          key: line.key,
          cells: [
            line.name,
            <a href={`/contracts/${contractId}`} key="site">
              {nameOf(line.practiceId)}
            </a>,
            priceWords(line),
            line.kind === 'usage' ? (
              <a
                href={usageAddress(contractId, { month: line.month.slice(0, 7), practice: line.practiceId })}
                key="use"
              >
                {quantityWords(line)}
              </a>
            ) : (
              quantityWords(line)
            ),
            poundsWords(line.netPence),
          ],
        }))}
      />
      <Table
        caption="Sums"
        columns={[{ heading: 'Sum' }, { heading: 'Amount', number: true }]}
        rows={sums.map(({ key, what, pence }) => ({
          key,
          cells: [what, poundsWords(pence)],
        }))}
      />
    </>
  )
}

const priceWords = ({ kind, price }: InvoiceLine): string =>
  kind === 'usage'
    ? `${unitPriceWords(price)} a call`
    : `${poundsWords(price)} ${kind === 'fixed' ? 'a month' : 'once'}`

const quantityWords = ({ kind, quantity, outOf }: InvoiceLine): string => {
  if (kind === 'fixed') return `${quantity} of ${outOf} days in use`
  return kind === 'usage' ? `${quantity.toLocaleString('en-GB')} calls` : String(quantity)
}
