import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NonConformityQueue } from '@/components/assurance/non-conformity-queue'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { NarrowedList } from '@/components/ui/narrowed-list'
import { PageTitle } from '@/components/ui/page-title'
import { listNonConformityQueue } from '@/lib/assurance/non-conformities/list-non-conformities'
import { stateWords } from '@/lib/assurance/non-conformities/non-conformity'
import { requireContext } from '@/lib/identity/context'
import { narrow } from '@/lib/platform/narrow-list'

export const metadata: Metadata = { title: 'Non-conformities' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function NonConformitiesPage({ searchParams }: Props) {
  const rows = await listNonConformityQueue(await requireContext())
  if (!rows) notFound()
  const found = narrow(rows, await searchParams, {
    textOf: (row) => `${row.requirementId} ${row.name} ${row.supplier} ${row.summary}`,
    stateOf: ({ state }) => state,
  })
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Non-conformities</PageTitle>
      <p>What somebody raised is confirmed or dismissed by an assessor. Two officers accept a plan.</p>
      <NarrowedList
        path="/assurance/non-conformities"
        found={found}
        noun={['non-conformity', 'non-conformities']}
        hint="A part of the requirement, the module or the supplier"
        states={(['candidate', 'open'] as const).map((value) => ({ value, text: stateWords[value] }))}
      >
        <NonConformityQueue rows={found.rows} />
      </NarrowedList>
    </>
  )
}
