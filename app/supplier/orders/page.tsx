import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SupplierInbox } from '@/components/procurement/supplier-inbox'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { listSupplierTasks } from '@/lib/contracts/list-supplier-tasks'
import { requireContext } from '@/lib/identity/context'
import { nameOrganisations } from '@/lib/identity/name-organisations'
import { organisationsOf } from '@/lib/platform/actor'
import { listOrdersToSign } from '@/lib/procurement/call-offs/list-orders-to-sign'
import { listSharedOrders } from '@/lib/procurement/call-offs/proposals/list-proposals'

export const metadata: Metadata = { title: 'Orders and contracts that wait for you' }

export default async function SupplierOrdersPage() {
  const { actor } = await requireContext()
  if (organisationsOf(actor, 'supplier-signatory', 'supplier-editor').length === 0) notFound()
  const orders = await listOrdersToSign(actor)
  const shared = await listSharedOrders(actor)
  const tasks = await listSupplierTasks(actor)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/supplier', text: 'Your modules and listings' }]} />
      <PageTitle>Orders and contracts that wait for you</PageTitle>
      <SupplierInbox
        {...tasks}
        shared={shared}
        orders={orders}
        names={await nameOrganisations([...shared, ...orders].map((o) => o.practiceId))}
      />
    </>
  )
}
