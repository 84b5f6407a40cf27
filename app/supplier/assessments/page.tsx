import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AssessmentTable } from '@/components/assurance/assessment-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { listOwnAssessments } from '@/lib/assurance/assessments/list-assessments'
import { requireContext } from '@/lib/identity/context'

export const metadata: Metadata = { title: 'Your assessments' }

export default async function OwnAssessmentsPage() {
  const rows = await listOwnAssessments(await requireContext())
  if (!rows) notFound()
  return (
    <>
      <Breadcrumbs trail={[{ href: '/supplier', text: 'Your modules and listings' }]} />
      <PageTitle>Your assessments</PageTitle>
      <p>
        What a listing newly claims is assessed. Answer the epics that must be met, add evidence, and submit; the
        authority finds out and two of its officers decide.
      </p>
      <AssessmentTable rows={rows} base="/supplier/assessments" caption="Assessments of your modules" />
    </>
  )
}
