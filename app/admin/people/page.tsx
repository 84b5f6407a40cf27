import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { InviteForm } from '@/components/identity/invite-form'
import { PeopleTable } from '@/components/identity/people-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { listOrganisationsForInvitation } from '@/lib/identity/list-organisations'
import { listPeople } from '@/lib/identity/list-people'
import { invite } from './actions'

export const metadata: Metadata = { title: 'People' }

const done = new Map([
  ['invited', 'The invitation is on its way.'],
  ['ended', 'The role is taken away.'],
])
type Props = { searchParams: Promise<{ done?: string; q?: string | string[] }> }

export default async function PeoplePage({ searchParams }: Props) {
  const ctx = await requireContext()
  const asked = await searchParams
  const found = await listPeople(ctx, [asked.q ?? ''].flat()[0]!)
  if (!found) notFound()
  return (
    <>
      <Breadcrumbs trail={[]} />
      {done.has(asked.done ?? '') ? <Notice>{done.get(asked.done!)}</Notice> : null}
      <PageTitle>People</PageTitle>
      <PeopleTable found={found} />
      <h2 className="nhsuk-heading-m" id="invite">
        Invite a person
      </h2>
      <InviteForm organisations={await listOrganisationsForInvitation(ctx.actor)} invite={invite} />
    </>
  )
}
