import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AssessmentStatus, EvidenceTable, FindingTable, SubjectTable } from '@/components/assurance/assessment-facts'
import { AssessmentMoves, FindForm, SignForm } from '@/components/assurance/assessor-desk'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { History } from '@/components/ui/history'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { asksOnlyStandards } from '@/lib/assurance/assessments/assessment'
import { getAssessment } from '@/lib/assurance/assessments/get-assessment'
import { getHistory } from '@/lib/audit/get-history'
import { requireContext } from '@/lib/identity/context'
import { wordsFor } from '@/lib/platform/words-for'
import { find, finish, giveBack, pass, ready, sendBack, sign } from '../actions'

export const metadata: Metadata = { title: 'An assessment' }

const doneWords: Record<string, string> = {
  found: 'The finding waits for a reviewer.',
  signed: 'The findings are signed. They stand in the register.',
  'sent-back': 'The findings are with the assessor again.',
  finished: 'The assessment is done.',
  passed: 'The assessment has moved on.',
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function AssessmentPage({ params, searchParams }: Props) {
  const assessment = await getAssessment(await requireContext(), (await params).id)
  if (!assessment?.forAuthority) notFound()
  const done = wordsFor(doneWords, (await searchParams).done)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/assurance/assessments', text: 'Assessments' }]} />
      {done ? <Notice>{done}</Notice> : null}
      <PageTitle caption={assessment.supplier}>
        {assessment.moduleName} {assessment.moduleVersion}
      </PageTitle>
      <AssessmentStatus assessment={assessment} />
      <AssessmentMoves assessment={assessment} pass={pass} ready={ready} finish={finish} giveBack={giveBack} />
      <EvidenceTable evidence={assessment.evidence} />
      {asksOnlyStandards(assessment) ? null : (
        <SubjectTable lines={assessment.capabilities} caption="Capabilities claimed" />
      )}
      <SubjectTable lines={assessment.requirements} caption="Requirements that apply" />
      <SignForm assessment={assessment} sign={sign} sendBack={sendBack} />
      <FindForm assessment={assessment} find={find} />
      <h2 className="nhsuk-heading-m">What was found</h2>
      <FindingTable findings={assessment.findings} />
      <h2 className="nhsuk-heading-m">History</h2>
      <History lines={await getHistory([{ type: 'Assessment', id: assessment.id }])} />
    </>
  )
}
