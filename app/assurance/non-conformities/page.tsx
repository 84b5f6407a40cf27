import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NonConformityQueue } from '@/components/assurance/non-conformity-queue'
import { PageTitle } from '@/components/ui/page-title'
import { listNonConformityQueue } from '@/lib/assurance/non-conformities/list-non-conformities'
import { requireContext } from '@/lib/identity/context'

export const metadata: Metadata = { title: 'Non-conformities' }

export default async function NonConformitiesPage() {
  const rows = await listNonConformityQueue(await requireContext())
  if (!rows) notFound()
  return (
    <>
      <PageTitle>Non-conformities</PageTitle>
      <p>What somebody raised is confirmed or dismissed by an assessor. Two officers accept a plan.</p>
      <NonConformityQueue rows={rows} />
    </>
  )
}
