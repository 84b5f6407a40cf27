import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormSelect, FormTextArea } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { declineCodes, type FundingRequest, reviewOutcomes } from '@/lib/funding/funding-request'
import type { FundingAct } from '@/lib/funding/get-funding-decisions'
import type { Decision } from '@/lib/platform/decision'
import type { FormAction } from '@/lib/platform/form-state'

type Props = {
  request: FundingRequest
  decisions: Partial<Record<FundingAct, Decision>>
  actions: Record<FundingAct, FormAction>
}

/** What may be done with a request: a form for each act that is allowed; for the decision itself the reason where it is not. */
export function DecideFundingForm({ request, decisions, actions }: Props) {
  const hidden = { id: request.id, version: request.version }
  const may = (act: FundingAct) => decisions[act]?.allowed === true
  const denied = decisions.approve?.allowed === false ? decisions.approve.because : undefined
  return (
    <>
      {may('approve') ? (
        <ActionForm action={actions.approve} hidden={hidden} button="Approve">
          <FormTextArea name="reason" label="Note for the record (optional)" rows={2} />
        </ActionForm>
      ) : null}
      {denied ? (
        <InsetText>
          <p>{denied}.</p>
        </InsetText>
      ) : null}
      {may('recommend') ? (
        <ActionForm action={actions.recommend} hidden={hidden} button="Recommend">
          <FormTextArea name="text" label="Why you recommend it" />
        </ActionForm>
      ) : null}
      {may('return') ? (
        <ActionForm
          action={actions.return}
          hidden={hidden}
          button="Return"
          look="secondary"
          summary="Return with a question"
        >
          <FormTextArea name="text" label="Your question. The clock stands until it is answered" />
        </ActionForm>
      ) : null}
      {may('decline') ? (
        <ActionForm action={actions.decline} hidden={hidden} button="Decline" look="warning" summary="Decline instead">
          <FormSelect
            name="code"
            label="Why is it declined?"
            options={Object.entries(declineCodes).map(([value, text]) => ({ value, text }))}
          />
          <FormTextArea name="reason" label="In words, for those who asked" />
        </ActionForm>
      ) : null}
      {may('answer') ? (
        <ActionForm action={actions.answer} hidden={hidden} button="Send the answer">
          <FormTextArea name="text" label="Your answer to the payer’s question" />
        </ActionForm>
      ) : null}
      {may('appeal') ? (
        <ActionForm action={actions.appeal} hidden={hidden} button="Appeal" summary="Appeal against this decision">
          <p>You can appeal once. Another approver then decides, and the money is reserved again.</p>
          <FormTextArea name="text" label="What the decision overlooked" />
        </ActionForm>
      ) : null}
      {may('review') ? (
        <ActionForm action={actions.review} hidden={hidden} button="Record the review">
          <FormRadios
            name="outcome"
            label="What did the review of this urgent approval find?"
            options={Object.entries(reviewOutcomes).map(([value, text]) => ({ value, text }))}
          />
          <FormTextArea name="text" label="In words" />
        </ActionForm>
      ) : null}
      {may('urgent') ? (
        <ActionForm
          action={actions.urgent}
          hidden={hidden}
          button="Mark as urgent"
          look="secondary"
          summary="It cannot wait"
        >
          <p>
            It still needs budget and an approver. Somebody else reviews the approval afterwards, and it is counted
            publicly.
          </p>
          <FormTextArea name="text" label="Why it cannot wait" />
        </ActionForm>
      ) : null}
      {may('withdraw') ? (
        <ActionForm action={actions.withdraw} hidden={hidden} button="Withdraw the request" look="secondary" />
      ) : null}
    </>
  )
}
