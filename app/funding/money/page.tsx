import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { InvoiceTable } from '@/components/payments/invoice-table'
import { Reconciliation, SuspenseTable } from '@/components/payments/money-figures'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { nameOrganisations } from '@/lib/identity/name-organisations'
import { getMoneyPage } from '@/lib/payments/invoices/get-money-page'
import { dayOf } from '@/lib/platform/days'

export const metadata: Metadata = { title: 'Invoices and payments' }

export default async function MoneyPage() {
  const ctx = await requireContext()
  const money = await getMoneyPage(ctx.actor)
  if (!money) notFound()
  const { queue, statements, toRelease, toPay } = money
  const all = [...queue, ...statements, ...toRelease, ...toPay]
  const nameOf = await nameOrganisations([money.payerId, ...all.flatMap((i) => [i.supplierId, i.practiceId])])
  const shared = { nameOf, today: dayOf(ctx.now) }
  return (
    <>
      <Breadcrumbs trail={[{ href: '/funding', text: 'Funding' }]} />
      <PageTitle caption={nameOf(money.payerId)}>Invoices and payments</PageTitle>
      <h2 className="nhsuk-heading-m">Match queue</h2>
      <InvoiceTable
        {...shared}
        caption="Match queue, oldest first"
        items={queue}
        empty="No invoice waits to be approved."
      />
      <h2 className="nhsuk-heading-m">To release</h2>
      <InvoiceTable {...shared} caption="To release" items={toRelease} empty="No invoice waits to be released." />
      <h2 className="nhsuk-heading-m">To pay</h2>
      <InvoiceTable {...shared} caption="To pay" items={toPay} empty="Nothing is owed." />
      <h2 className="nhsuk-heading-m">Statements with suppliers</h2>
      <InvoiceTable {...shared} caption="Statements" items={statements} empty="No statement waits for a supplier." />
      <h2 className="nhsuk-heading-m">Suspense</h2>
      <SuspenseTable rows={money.suspense} />
      <h2 className="nhsuk-heading-m">Ledger</h2>
      <Reconciliation of={money.reconciliation} />
      <p>
        <a href="/funding/money/stripe">Ledger and Stripe, compared every night</a>
      </p>
      <p>
        <a href="/invoices">All invoices</a>
      </p>
    </>
  )
}
