import { ActionForm } from '@/components/ui/action-form'
import { FormCheckboxes, FormRadios, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { asksOnlyStandards, canBeFoundIn } from '@/lib/assurance/assessments/assessment'
import { type Outcome, outcomeWords } from '@/lib/assurance/assessments/finding-proposal'
import type { AssessmentView } from '@/lib/assurance/assessments/get-assessment'
import type { FormAction } from '@/lib/platform/form-state'

type Moves = {
  assessment: AssessmentView
  pass: FormAction
  ready: FormAction
  finish: FormAction
  giveBack: FormAction
}

/** Moves the assessment on, or sends it back to the supplier. */
export function AssessmentMoves({ assessment, pass, ready, finish, giveBack }: Moves) {
  const { id, version, state, may } = assessment
  const hidden = { id, version }
  if (!assessment.underReview) return null
  if (!may.advance.allowed) return <InsetText>{may.advance.because}.</InsetText>
  if (state === 'for-decision') return <p>It waits for two officers.</p>
  return (
    <>
      {state === 'standards-review' && asksOnlyStandards(assessment) ? (
        may.finish.allowed ? (
          <ActionForm action={finish} hidden={hidden} button="Say that it is done" />
        ) : (
          <InsetText>{may.finish.because}.</InsetText>
        )
      ) : state === 'standards-review' ? (
        <ActionForm action={ready} hidden={hidden} button="Hand it to the officers" />
      ) : (
        <ActionForm
          action={pass}
          hidden={hidden}
          button={state === 'pre-check' ? 'Pass the pre-check' : 'Pass the capability review'}
        />
      )}
      <ActionForm
        action={giveBack}
        hidden={hidden}
        button="Send it back"
        look="secondary"
        summary="Send it back to the supplier"
      >
        <FormTextArea name="reason" label="What is missing" hint="20 to 2,000 characters" />
      </ActionForm>
    </>
  )
}

/** Several requirements found at once, with the same evidence. */
export function FindForm({ assessment, find }: { assessment: AssessmentView; find: FormAction }) {
  const { id, may, evidence } = assessment
  if (!canBeFoundIn(assessment) || !may.find.allowed) return null
  const open = [...assessment.capabilities, ...assessment.requirements].filter((line) => !line.waits)
  const unknown = open.filter((line) => line.value === 'UNKNOWN').length
  return (
    <>
      <h2 className="nhsuk-heading-m">Record what you found</h2>
      <ActionForm action={find} hidden={{ id }} button="Record the finding">
        <FormCheckboxes
          name="subjects"
          label="What you found out"
          hint="One finding is written for each"
          small
          options={[
            ...(unknown > 1 ? [{ value: 'all-unknown', text: `All ${unknown} that are not assessed yet` }] : []),
            ...open.map((line) => ({ value: line.key, text: line.words })),
          ]}
        />
        <FormRadios
          name="outcome"
          label="Outcome"
          options={(Object.keys(outcomeWords) as Outcome[]).map((value) => ({ value, text: outcomeWords[value] }))}
        />
        <FormTextArea
          name="reason"
          label="Reason"
          hint="Needed where it does not apply or is not met. What is not met is published with it"
          rows={3}
        />
        <FormCheckboxes
          name="evidenceIds"
          label="Evidence it rests on"
          options={evidence.map((item) => ({ value: item.id, text: item.title }))}
        />
        <FormTextField name="validUntil" label="Valid until (optional)" type="date" width={10} />
      </ActionForm>
    </>
  )
}

/** A reviewer signs what somebody else found, or sends it back. */
export function SignForm({
  assessment,
  sign,
  sendBack,
}: {
  assessment: AssessmentView
  sign: FormAction
  sendBack: FormAction
}) {
  const waiting = assessment.findings.filter((finding) => finding.state === 'found')
  if (waiting.length === 0) return null
  const mine = waiting.filter((finding) => finding.maySign.allowed)
  const denied = waiting.map((finding) => finding.maySign).find((decision) => !decision.allowed)
  const options = mine.map((f) => ({ value: f.id, text: `${f.subject}: ${outcomeWords[f.outcome].toLowerCase()}` }))
  const [hidden, all] = [{ id: assessment.id }, mine.map((f) => f.id)]
  return (
    <>
      <h2 className="nhsuk-heading-m">Findings to sign</h2>
      {denied && !denied.allowed ? <InsetText>{denied.because}.</InsetText> : null}
      {mine.length > 0 ? (
        <>
          <ActionForm action={sign} hidden={hidden} button="Sign the findings">
            <FormCheckboxes name="findingIds" label="Findings you sign" small options={options} values={all} />
          </ActionForm>
          <ActionForm
            action={sendBack}
            hidden={hidden}
            button="Send the findings back"
            look="secondary"
            summary="Send findings back to the assessor"
          >
            <FormCheckboxes name="findingIds" label="Findings you send back" small options={options} />
            <FormTextArea name="comment" label="What must be looked at again" hint="20 to 2,000 characters" />
          </ActionForm>
        </>
      ) : null}
    </>
  )
}
