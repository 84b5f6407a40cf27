import { poundsWords } from '@/lib/platform/money'
import { type Invoice, invoiceName, invoiceStateLabels, railWords } from './invoice'

export const invoiceHeader = [
  'Invoice',
  'Month',
  'Contract',
  'System',
  'Payer',
  'Supplier',
  'State',
  'Net',
  'VAT',
  'Gross',
  'Paid',
  'Due',
  'Rail',
]

/** One invoice for a spreadsheet; `nameOf` names an organisation by id. */
export const invoiceCells = (invoice: Invoice, nameOf: (id: string) => string): string[] => [
  invoiceName(invoice),
  invoice.month.slice(0, 7),
  invoice.contractNumber,
  invoice.moduleName,
  nameOf(invoice.payerId),
  nameOf(invoice.supplierId),
  invoiceStateLabels[invoice.state],
  poundsWords(invoice.netPence),
  poundsWords(invoice.vatPence),
  poundsWords(invoice.grossPence),
  poundsWords(invoice.paidPence),
  invoice.dueOn ?? '',
  invoice.rail ? railWords[invoice.rail] : '',
]
