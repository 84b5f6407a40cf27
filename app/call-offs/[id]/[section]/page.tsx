import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OrderSectionPage } from '@/components/procurement/order-section-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { nameOrganisations } from '@/lib/identity/name-organisations'
import { getOrderReview, getOrderSection, getOrderSites } from '@/lib/procurement/call-offs/get-order-view'
import { save } from '../../section-actions'

export const metadata: Metadata = { title: 'One step of the order' }

type Props = { params: Promise<{ id: string; section: string }> }

export default async function OrderStepPage({ params }: Props) {
  const ctx = await requireContext()
  const { id, section } = await params
  const form = await getOrderSection(ctx, id, section)
  if (!form) notFound()
  const { callOff } = form
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: '/call-offs', text: 'Call-offs' },
          { href: `/call-offs/${id}`, text: callOff.number },
        ]}
      />
      <PageTitle caption={`Order ${callOff.number}`}>{form.title}</PageTitle>
      <OrderSectionPage
        form={form}
        save={save}
        sites={await getOrderSites(ctx, callOff)}
        review={await getOrderReview(ctx, callOff)}
        names={await nameOrganisations([callOff.practiceId, callOff.supplierId, callOff.payerId])}
      />
    </>
  )
}
