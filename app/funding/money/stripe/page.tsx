import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReconciliationTable } from '@/components/payments/reconciliation-table'
import { StripeParked } from '@/components/payments/stripe-parked'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { InsetText } from '@/components/ui/inset-text'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { listReconciliations } from '@/lib/payments/stripe/list-reconciliations'

export const metadata: Metadata = { title: 'Ledger and Stripe' }

/** The way back of a curator, and of a payer's finance. */
const gateways = { href: '/admin/gateways', text: 'Gateways' }
const money = { href: '/funding/money', text: 'Invoices and payments' }

export default async function StripeReconciliationPage() {
  const view = await listReconciliations(await requireContext())
  if (!view) notFound()
  return (
    <>
      <Breadcrumbs trail={[view.parked ? gateways : money]} />
      <PageTitle>Ledger and Stripe</PageTitle>
      {view.isOn ? null : (
        <InsetText>This portal is not connected to Stripe. Invoices are paid by bank transfer (BACS).</InsetText>
      )}
      <p>
        Every night the portal compares its ledger with what Stripe holds, each from the first payment on. A difference
        is shown until it is explained; the portal corrects nothing by itself.
      </p>
      <ReconciliationTable rows={view.rows} />
      {view.parked ? <StripeParked parked={view.parked} /> : null}
    </>
  )
}
