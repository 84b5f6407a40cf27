import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { InviteForm } from '@/components/identity/invite-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { listOrganisationsForInvitation } from '@/lib/identity/list-organisations'
import { mayInvite } from '@/lib/identity/person-policy'
import { invite } from './actions'

export const metadata: Metadata = { title: 'Invite a person' }

export default async function PeoplePage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const ctx = await requireContext()
  if (!mayInvite(ctx.actor).allowed) notFound()
  const organisations = await listOrganisationsForInvitation(ctx.actor)
  return (
    <>
      <Breadcrumbs trail={[]} />
      {(await searchParams).done ? <Notice>The invitation is on its way.</Notice> : null}
      <PageTitle>Invite a person</PageTitle>
      <InviteForm organisations={organisations} invite={invite} />
    </>
  )
}
