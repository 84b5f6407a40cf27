import type { Metadata } from 'next'
import { NeedsTable } from '@/components/comparison/needs/needs-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { InsetText } from '@/components/ui/inset-text'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { listNeedsProfiles } from '@/lib/comparison/needs-profiles/get-needs-profile'
import { mayEditNeeds } from '@/lib/comparison/needs-profiles/needs-profile-policy'
import { requireContext } from '@/lib/identity/context'
import { nameOrganisations } from '@/lib/identity/name-organisations'

export const metadata: Metadata = { title: 'What you need' }

export default async function NeedsProfilesPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const ctx = await requireContext()
  const profiles = await listNeedsProfiles(ctx.actor)
  const decision = mayEditNeeds(ctx.actor, ctx.actor)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/shortlists', text: 'Shortlists' }]} />
      {(await searchParams).done === 'archived' ? <Notice>The profile is archived.</Notice> : null}
      <PageTitle>What you need</PageTitle>
      <p>
        Say once what you must have, what you would like and what you run today. The portal then finds the combination
        of modules that covers it for the least money, proves that none is cheaper, and shows what would change it.
      </p>
      <NeedsTable profiles={profiles} names={await nameOrganisations(profiles.map((p) => p.organisationId))} />
      {decision.allowed ? (
        <ButtonLink href="/shortlists/needs/new">Say what you need</ButtonLink>
      ) : (
        <InsetText>{decision.because}.</InsetText>
      )}
    </>
  )
}
