import type { Metadata } from 'next'
import { InvoiceFilterForm } from '@/components/payments/invoice-filter-form'
import { InvoiceTable } from '@/components/payments/invoice-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { Pager } from '@/components/ui/pager'
import { requireContext } from '@/lib/identity/context'
import { nameOrganisations } from '@/lib/identity/name-organisations'
import { invoiceFilter, invoiceQuery } from '@/lib/payments/invoices/invoice-filter'
import { listInvoices } from '@/lib/payments/invoices/list-invoices'
import { dayOf } from '@/lib/platform/days'

export const metadata: Metadata = { title: 'Invoices' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function InvoicesPage({ searchParams }: Props) {
  const ctx = await requireContext()
  const filter = invoiceFilter.parse({ state: '', month: '', contract: '', ...(await searchParams) })
  const { items, total, page, pages } = await listInvoices(ctx.actor, filter)
  const nameOf = await nameOrganisations(items.flatMap((i) => [i.payerId, i.supplierId, i.practiceId]))
  const query = invoiceQuery(filter)
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Invoices</PageTitle>
      <p>What was used, what it costs by contract and evidence, who has the next move, and what is paid.</p>
      <InvoiceFilterForm filter={filter} />
      <p role="status">{total === 1 ? '1 invoice' : `${total.toLocaleString('en-GB')} invoices`}</p>
      <InvoiceTable
        caption="Invoices, the newest month first"
        items={items}
        nameOf={nameOf}
        today={dayOf(ctx.now)}
        empty={
          query === ''
            ? 'There is no invoice yet. On the 1st of a month the portal draws up what was used in the month before.'
            : 'No invoice answers this. Ask for less, or look at all of them.'
        }
      />
      <Pager page={page} pages={pages} hrefOf={(n) => `/invoices?${invoiceQuery(filter, n)}`} />
      <p className="no-print">
        <a href={`/invoices/invoices.csv?${query}`}>Download these invoices as a table (CSV)</a>
      </p>
    </>
  )
}
