import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CompetitionTable } from '@/components/procurement/competition-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { listSupplierCompetitions } from '@/lib/procurement/competitions/list-competitions'

export const metadata: Metadata = { title: 'Your competitions' }

export default async function SupplierCompetitionsPage() {
  const lines = await listSupplierCompetitions(await requireContext())
  if (!lines) notFound()
  return (
    <>
      <Breadcrumbs trail={[{ href: '/supplier', text: 'Your modules' }]} />
      <PageTitle>Your competitions</PageTitle>
      <CompetitionTable
        lines={lines}
        none="None of your modules competes yet. You are told when a buyer asks one to."
      />
    </>
  )
}
