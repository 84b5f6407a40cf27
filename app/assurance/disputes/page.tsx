import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DisputeList } from '@/components/assurance/dispute-list'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { listDisputes } from '@/lib/assurance/disputes/list-disputes'
import { requireContext } from '@/lib/identity/context'
import { reject } from './actions'

export const metadata: Metadata = { title: 'Disputes of findings' }

export default async function DisputesPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const ctx = await requireContext()
  const disputes = await listDisputes(ctx.actor)
  if (!disputes) notFound()
  return (
    <>
      <Breadcrumbs trail={[{ href: '/register', text: 'Register' }]} />
      {(await searchParams).done === 'rejected' ? (
        <Notice>The dispute is rejected. The supplier hears why.</Notice>
      ) : null}
      <PageTitle>Disputes of findings</PageTitle>
      <p>
        A reviewer who had no part in the finding rejects a dispute and says why. Two officers uphold one at their own
        desk.
      </p>
      <DisputeList disputes={disputes} reject={reject} />
    </>
  )
}
