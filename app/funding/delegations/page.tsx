import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Delegations } from '@/components/funding/delegations'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { listDelegations } from '@/lib/funding/delegate-limit'
import { requireContext } from '@/lib/identity/context'
import { nameOrganisations } from '@/lib/identity/name-organisations'
import { dayOf } from '@/lib/platform/days'
import { wordsFor } from '@/lib/platform/words-for'
import { delegate, end } from './actions'

export const metadata: Metadata = { title: 'Approval limits' }

type Props = { searchParams: Promise<{ done?: string }> }

export default async function DelegationsPage({ searchParams }: Props) {
  const ctx = await requireContext()
  const found = await listDelegations(ctx)
  if (!found) notFound()
  const done = wordsFor({ lent: 'The limit is lent.', ended: 'The loan is ended.' }, (await searchParams).done)
  const name = await nameOrganisations([found.payerId])
  return (
    <>
      <Breadcrumbs trail={[{ href: '/funding', text: 'Funding' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption={name(found.payerId)}>Approval limits</PageTitle>
      <Delegations {...found} today={dayOf(ctx.now)} reader={ctx.actor.userId} delegate={delegate} end={end} />
    </>
  )
}
