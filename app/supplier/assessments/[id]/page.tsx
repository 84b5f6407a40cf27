import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AssessmentStatus, EvidenceTable, FindingTable, SubjectTable } from '@/components/assurance/assessment-facts'
import { SupplierAssessment } from '@/components/assurance/supplier-assessment'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Details } from '@/components/ui/details'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getAssessment } from '@/lib/assurance/assessments/get-assessment'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { answer, evidence, submit, withdraw } from '../actions'

export const metadata: Metadata = { title: 'Your assessment' }

const doneWords: Record<string, string> = {
  asked: 'The assessment is open. Add your evidence, then submit it.',
  answered: 'The answers are saved.',
  evidence: 'The evidence is kept.',
  submitted: 'It is with the authority, and locked until it comes back.',
  withdrawn: 'It is withdrawn.',
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function OwnAssessmentPage({ params, searchParams }: Props) {
  const assessment = await getAssessment(await requireContext(), (await params).id)
  if (!assessment?.own) notFound()
  const done = wordsFor(doneWords, (await searchParams).done)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/supplier/assessments', text: 'Your assessments' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption={assessment.supplier}>
        {assessment.moduleName} {assessment.moduleVersion}
      </PageTitle>
      <AssessmentStatus assessment={assessment} />
      <EvidenceTable evidence={assessment.evidence} />
      <SupplierAssessment
        assessment={assessment}
        answer={answer}
        addEvidence={evidence}
        submit={submit}
        withdraw={withdraw}
      />
      <h2 className="nhsuk-heading-m">What was found</h2>
      <FindingTable findings={assessment.findings} />
      <Details summary={`What will be looked at: ${assessment.requirements.length} requirements`}>
        <SubjectTable lines={assessment.requirements} caption="Requirements that apply" />
      </Details>
    </>
  )
}
