import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import type { NonConformityPage } from '@/lib/assurance/non-conformities/get-non-conformity'
import { hazardWords } from '@/lib/assurance/non-conformities/non-conformity'
import { isGraver } from '@/lib/assurance/non-conformities/non-conformity-rules'
import type { FormAction } from '@/lib/platform/form-state'

type Props = Record<'confirm' | 'dismiss' | 'raise' | 'giveBack' | 'reject' | 'propose', FormAction> & {
  nc: NonConformityPage
}

/** What the authority can do about it now: say what it is, look at plans, propose to accept or extend one. */
export function AuthorityNonConformity({ nc, confirm, dismiss, raise, giveBack, reject, propose }: Props) {
  const hidden = { id: nc.id, version: nc.version }
  if (nc.state === 'candidate') return <Candidate nc={nc} confirm={confirm} dismiss={dismiss} />
  if (nc.state !== 'open') return null
  const graver = (['LOW', 'CLINICAL_SAFETY', 'SECURITY', 'DATA_LOSS'] as const).filter((h) => isGraver(h, nc.hazard))
  return (
    <>
      <PlanDesk nc={nc} giveBack={giveBack} reject={reject} propose={propose} />
      {nc.assessmentId && nc.may.assess.allowed ? (
        <p>
          It is closed by a newer finding that it is met, signed by a reviewer:{' '}
          <a href={`/assurance/assessments/${nc.assessmentId}`}>record what you find</a>
        </p>
      ) : null}
      {nc.may.assess.allowed && graver.length > 0 ? (
        <ActionForm
          action={raise}
          hidden={hidden}
          button="Raise the severity"
          look="warning"
          summary="Raise the severity"
        >
          <FormRadios
            name="hazard"
            label="Hazard"
            hint="It is never lowered again. A serious hazard cannot be worked off"
            options={graver.map((value) => ({ value, text: sentence(hazardWords[value]) }))}
          />
          <FormTextArea name="reason" label="Reason" hint="20 to 2,000 characters" rows={3} />
        </ActionForm>
      ) : null}
    </>
  )
}

function Candidate({ nc, confirm, dismiss }: Pick<Props, 'nc' | 'confirm' | 'dismiss'>) {
  const hidden = { id: nc.id, version: nc.version }
  if (!nc.may.confirm.allowed) return <InsetText>{nc.may.confirm.because}.</InsetText>
  const reason = <FormTextArea name="reason" label="Reason" hint="20 to 2,000 characters" rows={3} />
  return (
    <>
      <p>It counts for nothing until you confirm it. Then its clocks run from today, and everybody can read it.</p>
      <ActionForm action={confirm} hidden={hidden} button="Confirm it" look="warning">
        {reason}
      </ActionForm>
      <ActionForm action={dismiss} hidden={hidden} button="Dismiss it" look="secondary" summary="Dismiss it">
        {reason}
      </ActionForm>
    </>
  )
}

function PlanDesk({ nc, giveBack, reject, propose }: Pick<Props, 'nc' | 'giveBack' | 'reject' | 'propose'>) {
  const proposed = nc.plans.find((plan) => plan.state === 'proposed')
  const accepted = nc.plans.find((plan) => plan.state === 'accepted' || plan.state === 'expired')
  const decision = { moduleVersionId: nc.moduleVersionId }
  const reason = <FormTextArea name="reason" label="Reason" hint="20 to 2,000 characters. It is published" rows={3} />
  const decides = (proposed || accepted) && nc.isOfficer
  return (
    <>
      {decides && !nc.may.decide.allowed ? <InsetText>{nc.may.decide.because}.</InsetText> : null}
      {proposed && decides && nc.may.decide.allowed ? (
        <ActionForm
          action={propose}
          hidden={{ ...decision, kind: 'ACCEPT_PLAN', planId: proposed.id }}
          button="Propose to accept the plan"
        >
          {reason}
        </ActionForm>
      ) : null}
      {proposed && nc.may.returnPlan.allowed ? (
        <ActionForm
          action={giveBack}
          hidden={{ id: proposed.id, version: proposed.version, nc: nc.id }}
          button="Send the plan back"
          look="secondary"
          summary="Send the plan back"
        >
          <FormTextArea name="reason" label="What is missing" hint="20 to 2,000 characters" rows={3} />
        </ActionForm>
      ) : null}
      {accepted?.state === 'accepted' && !accepted.extendedFrom && decides && nc.may.decide.allowed ? (
        <ActionForm
          action={propose}
          hidden={{ ...decision, kind: 'EXTEND', planId: accepted.id }}
          button="Propose to extend the plan"
          look="secondary"
          summary="Extend the plan, once, by at most 90 days"
        >
          <FormTextField name="until" label="New last day" type="date" width={10} />
          {reason}
        </ActionForm>
      ) : null}
      {accepted?.claimedDoneOn && nc.may.assess.allowed ? (
        <ActionForm
          action={reject}
          hidden={{ id: accepted.id, version: accepted.version, nc: nc.id }}
          button="Reject the claim of done"
          look="secondary"
          summary="Reject the claim that it is done"
        >
          <FormTextArea name="reason" label="What is not done" hint="20 to 2,000 characters" rows={3} />
        </ActionForm>
      ) : null}
    </>
  )
}

const sentence = (words: string) => words[0]!.toUpperCase() + words.slice(1)
