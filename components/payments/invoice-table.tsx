import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { invoiceName, invoiceStateColours, invoiceStateLabels } from '@/lib/payments/invoices/invoice'
import { isOverdue } from '@/lib/payments/invoices/invoice-move-rules'
import { monthWords } from '@/lib/payments/invoices/invoice-words'
import type { InvoiceItem } from '@/lib/payments/invoices/list-invoices'
import { type Day, dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'

type Props = { caption: string; items: InvoiceItem[]; nameOf: (id: string) => string; today: Day; empty: string }

/** Invoices with their state, what they come to, when they are due and whose move it is. */
export function InvoiceTable({ caption, items, nameOf, today, empty }: Props) {
  if (items.length === 0) return <p>{empty}</p>
  return (
    <Table
      caption={caption}
      columns={[
        { heading: 'Invoice' },
        { heading: 'Month' },
        { heading: 'System' },
        { heading: 'Payer and supplier' },
        { heading: 'State' },
        { heading: 'Due' },
        { heading: 'Next' },
        { heading: 'With VAT', number: true },
      ]}
      rows={items.map((item) => ({
        key: item.id,
        cells: [
          <a href={`/invoices/${item.id}`} key="link">
            {invoiceName(item)}
            <span className="nhsuk-u-visually-hidden">
              {' '}
              of {item.moduleName}, {nameOf(item.practiceId)}, {monthWords(item.month)}
            </span>
          </a>,
          monthWords(item.month),
          `${item.moduleName} (${item.contractNumber})`,
          `${nameOf(item.payerId)} to ${nameOf(item.supplierId)}`,
          <Tag colour={invoiceStateColours[item.state]} key="state">
            {invoiceStateLabels[item.state]}
          </Tag>,
          item.dueOn ? `${dayWords(item.dueOn)}${isOverdue(item, today) ? ' (overdue)' : ''}` : 'Not yet',
          item.move.whose === null ? 'Nothing' : `${item.move.role}: ${item.move.what}`,
          poundsWords(item.grossPence),
        ],
      }))}
    />
  )
}
