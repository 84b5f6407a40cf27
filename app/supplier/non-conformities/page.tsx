import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChallengeTable } from '@/components/assurance/challenge-table'
import { NonConformityTable } from '@/components/assurance/non-conformity-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { listChallengesAgainst } from '@/lib/assurance/challenges/list-challenges'
import { listOwnNonConformities } from '@/lib/assurance/non-conformities/list-non-conformities'
import { requireContext } from '@/lib/identity/context'

export const metadata: Metadata = { title: 'Your non-conformities' }

export default async function OwnNonConformitiesPage() {
  const ctx = await requireContext()
  const rows = await listOwnNonConformities(ctx)
  if (!rows) notFound()
  return (
    <>
      <Breadcrumbs trail={[{ href: '/supplier', text: 'Your modules and listings' }]} />
      <PageTitle>Your non-conformities</PageTitle>
      <p>
        Requirements that your modules were found not to keep. Each has clocks: state what you think, propose a plan,
        start it, and say when it is done.
      </p>
      <NonConformityTable
        rows={rows}
        base="/supplier/non-conformities"
        caption="The soonest due first"
        empty="None of your modules has a non-conformity."
      />
      <ChallengeTable
        caption="Challenged checks: each must pass again"
        challenges={await listChallengesAgainst(ctx.actor)}
      />
    </>
  )
}
