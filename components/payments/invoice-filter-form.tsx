import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { invoiceStateLabels, invoiceStates } from '@/lib/payments/invoices/invoice'
import type { InvoiceFilter } from '@/lib/payments/invoices/invoice-filter'

const states = [
  { value: '', text: 'Any state' },
  ...invoiceStates.map((value) => ({ value, text: invoiceStateLabels[value] })),
]

/** The question to the list: a form that the browser sends as an address. */
export function InvoiceFilterForm({ filter }: { filter: InvoiceFilter }) {
  return (
    <form action="/invoices" method="get" aria-label="Search the invoices" className="no-print">
      <Select name="state" label="State" options={states} value={filter.state} />
      <TextField name="month" label="Month" hint="For example 2026-06" value={filter.month} width={10} />
      {filter.contract ? <input type="hidden" name="contract" value={filter.contract} /> : null}
      <button className="nhsuk-button nhsuk-button--secondary" type="submit">
        Search
      </button>
    </form>
  )
}
