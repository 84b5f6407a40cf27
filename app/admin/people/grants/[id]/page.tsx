import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EndGrantForm } from '@/components/identity/end-grant-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { getGrant } from '@/lib/identity/list-people'
import { end } from '../../actions'

export const metadata: Metadata = { title: 'Take a role away' }

export default async function GrantPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requireContext()
  const grant = await getGrant(ctx, (await params).id)
  if (!grant) notFound()
  return (
    <>
      <Breadcrumbs trail={[{ href: '/admin/people', text: 'People' }]} />
      <PageTitle caption={grant.person.name}>Take this role away?</PageTitle>
      <EndGrantForm grant={grant} end={end} />
    </>
  )
}
