import { ActionForm } from '@/components/ui/action-form'
import { FormSelect, FormTextArea } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { declineCodes, type FundingRequest } from '@/lib/funding/funding-request'
import type { Decision } from '@/lib/platform/decision'
import type { FormState } from '@/lib/platform/form-state'

type Action = (state: FormState, form: FormData) => Promise<FormState>
type Props = {
  request: FundingRequest
  decision: Decision
  mayWithdraw: boolean
  approve: Action
  decline: Action
  withdraw: Action
}

/** Approve or decline for who may; for the others the reason why they may not. */
export function DecideFundingForm({ request, decision, mayWithdraw, approve, decline, withdraw }: Props) {
  if (request.state !== 'submitted') return null
  const hidden = { id: request.id, version: request.version }
  return (
    <>
      {decision.allowed ? (
        <>
          <ActionForm action={approve} hidden={hidden} button="Approve">
            <FormTextArea name="reason" label="Note for the record (optional)" rows={2} />
          </ActionForm>
          <ActionForm action={decline} hidden={hidden} button="Decline" look="warning" summary="Decline instead">
            <FormSelect
              name="code"
              label="Why is it declined?"
              options={Object.entries(declineCodes).map(([value, text]) => ({ value, text }))}
            />
            <FormTextArea name="reason" label="In words, for those who asked" />
          </ActionForm>
        </>
      ) : (
        <InsetText>
          <p>{decision.because}.</p>
        </InsetText>
      )}
      {mayWithdraw ? (
        <ActionForm action={withdraw} hidden={hidden} button="Withdraw the request" look="secondary" />
      ) : null}
    </>
  )
}
