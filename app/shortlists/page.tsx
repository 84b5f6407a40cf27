import type { Metadata } from 'next'
import { NeedsTable } from '@/components/comparison/needs/needs-table'
import { CreateShortlist } from '@/components/comparison/shortlist-forms'
import { ShortlistTable } from '@/components/comparison/shortlist-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { InsetText } from '@/components/ui/inset-text'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getModule } from '@/lib/catalogue/get-module'
import { listShortlists } from '@/lib/comparison/get-shortlist'
import { listNeedsProfiles } from '@/lib/comparison/needs-profiles/get-needs-profile'
import { mayKeepShortlist } from '@/lib/comparison/shortlist-policy'
import { requireContext } from '@/lib/identity/context'
import { nameOrganisations } from '@/lib/identity/name-organisations'
import { create } from './actions'

export const metadata: Metadata = { title: 'Shortlists' }

type Props = { searchParams: Promise<Record<string, string | undefined>> }

export default async function ShortlistsPage({ searchParams }: Props) {
  const ctx = await requireContext()
  const asked = await searchParams
  const { module: moduleId, done } = asked
  const first = moduleId ? await getModule(ctx, moduleId) : undefined
  const needs = await listNeedsProfiles(ctx.actor)
  const decision = mayKeepShortlist(ctx.actor, ctx.actor)
  return (
    <>
      <Breadcrumbs trail={[]} />
      {done === 'archived' ? <Notice>The shortlist is archived.</Notice> : null}
      <PageTitle>Shortlists</PageTitle>
      <p>
        <a href="/shortlists/needs">Say what you need</a> and let the portal find the combination that covers it for the
        least money. What you kept while you looked: <a href="/saved-comparisons">saved comparisons</a> and{' '}
        <a href="/saved-filters">saved filters</a>.
      </p>
      <ShortlistTable shortlists={await listShortlists(ctx.actor)} asked={asked} />
      {decision.allowed ? (
        <CreateShortlist action={create} module={first ? { id: first.id, name: first.listing.name } : null} />
      ) : (
        <InsetText>{decision.because}.</InsetText>
      )}
      {needs.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-m">What you need</h2>
          <NeedsTable profiles={needs} names={await nameOrganisations(needs.map((p) => p.organisationId))} />
        </>
      ) : null}
    </>
  )
}
