import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SupplierDesk } from '@/components/switching/portfolio/supplier-desk'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { getDesk } from '@/lib/switching/portfolio/get-desk'

export const metadata: Metadata = { title: 'Your part in switches' }

export default async function SupplierSwitchesPage() {
  const ctx = await requireContext()
  const desk = await getDesk(ctx.actor, ctx.now)
  if (!desk) notFound()
  return (
    <>
      <Breadcrumbs trail={[{ href: '/supplier', text: 'Your modules and listings' }]} />
      <PageTitle>Your part in switches</PageTitle>
      <p>
        {desk.switches === 0
          ? 'No practice is leaving or joining one of your systems here.'
          : `You take part in ${desk.switches === 1 ? '1 switch' : `${desk.switches} switches`}. All of them stand under `}
        {desk.switches === 0 ? null : <a href="/switches">Switches</a>}
      </p>
      <SupplierDesk desk={desk} />
    </>
  )
}
