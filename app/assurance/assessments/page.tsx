import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AssessmentTable } from '@/components/assurance/assessment-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { listAssessmentQueue } from '@/lib/assurance/assessments/list-assessments'
import { requireContext } from '@/lib/identity/context'

export const metadata: Metadata = { title: 'Assessments' }

export default async function AssessmentsPage() {
  const rows = await listAssessmentQueue(await requireContext())
  if (!rows) notFound()
  return (
    <>
      <Breadcrumbs trail={[]} />
      <PageTitle>Assessments</PageTitle>
      <p>
        An assessor finds out, a reviewer who is somebody else signs, two officers decide. The longest waiting first.
      </p>
      <AssessmentTable rows={rows} base="/assurance/assessments" caption="Assessments under review" forAuthority />
    </>
  )
}
