import type { Metadata } from 'next'
import { CompetitionTable } from '@/components/procurement/competition-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { listCompetitionsToScore } from '@/lib/procurement/competitions/list-competitions'

export const metadata: Metadata = { title: 'Competitions that you score' }

export default async function CompetitionsPage() {
  const lines = await listCompetitionsToScore(await requireContext())
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Competitions that you score</PageTitle>
      <CompetitionTable
        lines={lines}
        none="Nobody has asked you to score. A competition of your own begins with a project."
      />
    </>
  )
}
