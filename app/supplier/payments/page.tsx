import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PayoutTable, PayRun } from '@/components/payments/pay-run'
import { VatForm } from '@/components/payments/vat-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { nameOrganisations } from '@/lib/identity/name-organisations'
import { listVatNumbers } from '@/lib/payments/accounts/record-vat-number'
import { listPayRun } from '@/lib/payments/invoices/list-invoices'
import { listPayouts } from '@/lib/payments/money/list-payouts'
import { grantOf, organisationsOf } from '@/lib/platform/actor'
import { recordVat } from './actions'

export const metadata: Metadata = { title: 'Your payments' }

export default async function SupplierPaymentsPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const { actor } = await requireContext()
  const [supplierId] = organisationsOf(actor, 'supplier-signatory', 'supplier-editor')
  if (!supplierId) notFound()
  const items = await listPayRun(actor)
  const nameOf = await nameOrganisations(items.map((item) => item.payerId))
  return (
    <>
      <Breadcrumbs trail={[{ href: '/supplier', text: 'Your modules and listings' }]} />
      {(await searchParams).done === 'vat' ? <Notice>The VAT number is recorded.</Notice> : null}
      <PageTitle>Your payments</PageTitle>
      <PayRun items={items} nameOf={nameOf} />
      <h2 className="nhsuk-heading-m">Payouts</h2>
      <PayoutTable payouts={await listPayouts(actor)} />
      <p>
        <a href="/supplier/payments/account">Where you are paid</a>
      </p>
      <h2 className="nhsuk-heading-m">VAT</h2>
      <VatForm
        supplierId={supplierId}
        registrations={await listVatNumbers(supplierId)}
        maySet={grantOf(actor, 'supplier-signatory', supplierId) !== undefined}
        save={recordVat}
      />
    </>
  )
}
