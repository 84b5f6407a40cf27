import { ActionForm } from '@/components/ui/action-form'
import { FormFile, FormRadios, FormSelect, FormTextField } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { asksOnlyStandards } from '@/lib/assurance/assessments/assessment'
import type { AssessmentView } from '@/lib/assurance/assessments/get-assessment'
import { visibilities, visibilityWords } from '@/lib/assurance/evidence/evidence'
import { epicWords } from '@/lib/catalogue/claim-rules'
import type { FormAction } from '@/lib/platform/form-state'

type Props = {
  assessment: AssessmentView
  answer: FormAction
  addEvidence: FormAction
  submit: FormAction
  withdraw: FormAction
}

/** What the supplier can do with its claim now: answer, bring evidence, hand it in, or withdraw it. */
export function SupplierAssessment({ assessment, answer, addEvidence, submit, withdraw }: Props) {
  const { id, version, state, may } = assessment
  const hidden = { id, version }
  const onlyStandards = asksOnlyStandards(assessment)
  const what = onlyStandards ? 'Withdraw the request' : 'Withdraw the claim'
  if (state === 'finished') return <p>It is done. The signed findings stand in the register.</p>
  if (state === 'withdrawn') return <p>This assessment has ended.</p>
  if (state === 'listed')
    return (
      <>
        <p>It is listed. Evidence can still be added, so that the authority can see what has been mended.</p>
        <EvidenceForm assessment={assessment} addEvidence={addEvidence} />
      </>
    )
  const withdrawing = may.submit.allowed ? (
    <ActionForm action={withdraw} hidden={hidden} button={what} look="warning" summary={what}>
      <p>
        {onlyStandards
          ? 'Nothing new is looked at then. You can ask again.'
          : 'Buyers see these capabilities as not claimed from then on.'}{' '}
        What was found stays in the register.
      </p>
    </ActionForm>
  ) : null
  if (assessment.underReview)
    return (
      <>
        <InsetText>
          {onlyStandards ? 'It is under review. Its evidence is' : 'The claim is under review. Claim and evidence are'}{' '}
          locked until it comes back.
        </InsetText>
        {withdrawing}
      </>
    )
  return (
    <>
      {onlyStandards ? null : <EpicAnswers assessment={assessment} answer={answer} />}
      <EvidenceForm assessment={assessment} addEvidence={addEvidence} />
      <h2 className="nhsuk-heading-m">Hand it in</h2>
      {may.submit.allowed ? (
        <ActionForm action={submit} hidden={hidden} button="Submit for assessment" />
      ) : (
        <InsetText>{may.submit.because}.</InsetText>
      )}
      {withdrawing}
    </>
  )
}

function EpicAnswers({ assessment, answer }: Pick<Props, 'assessment' | 'answer'>) {
  const { id, version, epics } = assessment
  const hidden = { id, version }
  const open = epics.filter((epic) => epic.answer === null).length
  return (
    <>
      <h2 className="nhsuk-heading-m">Epics that must be met</h2>
      <p>{open === 0 ? 'All are answered.' : `${open} of ${epics.length} are not answered yet.`}</p>
      {epics.length > 0 ? (
        <ActionForm action={answer} hidden={hidden} button="Save the answers" look="secondary">
          {epics.map((epic) => (
            <FormRadios
              key={epic.id}
              name={`epic-${epic.id}`}
              label={epicWords(epic)}
              small
              {...(epic.answer ? { value: epic.answer } : {})}
              options={[
                { value: 'met', text: 'We meet it' },
                { value: 'not-met', text: 'We do not meet it' },
              ]}
            />
          ))}
        </ActionForm>
      ) : null}
    </>
  )
}

function EvidenceForm({ assessment, addEvidence }: Pick<Props, 'assessment' | 'addEvidence'>) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Add evidence</h2>
      <ActionForm action={addEvidence} hidden={{ id: assessment.id }} button="Add the evidence" look="secondary">
        <FormTextField name="title" label="What it is" />
        <FormFile name="file" label="File" hint="PDF, PNG, JSON or CSV, up to 20 MB" accept=".pdf,.png,.json,.csv" />
        <FormRadios
          name="visibility"
          label="Who may read it"
          options={visibilities.map((value) => ({ value, text: visibilityWords[value] }))}
        />
        <FormTextField name="validUntil" label="Valid until (optional)" type="date" width={10} />
        <FormSelect
          name="replacesId"
          label="In place of (optional)"
          options={[
            { value: '', text: 'Nothing: it is new' },
            ...assessment.evidence.map((item) => ({ value: item.id, text: item.title })),
          ]}
        />
      </ActionForm>
    </>
  )
}
