import { ActionForm } from '@/components/ui/action-form'
import { FormCheckboxes, FormTextArea } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import type { FundingLimits } from '@/lib/funding/funding-request-policy'
import type { Actor } from '@/lib/platform/actor'
import { dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'
import type { CallOff } from '@/lib/procurement/call-offs/call-off'
import { mayPrepareCallOff, mayRefuseCallOff, maySignCallOff } from '@/lib/procurement/call-offs/call-off-policy'

export type CallOffActions = {
  remove: FormAction
  requestFunding: FormAction
  issue: FormAction
  reopen: FormAction
  sign: FormAction
  refuse: FormAction
}

type Props = { callOff: CallOff; actor: Actor; limits: FundingLimits; actions: CallOffActions }

/** What this reader may do with the order now; otherwise who has it. */
export function CallOffActs({ callOff, actor, limits, actions }: Props) {
  const hidden = { id: callOff.id, version: callOff.version }
  const prepares = mayPrepareCallOff(actor, callOff).allowed
  if (callOff.state === 'draft' && prepares) return <DraftActs actions={actions} hidden={hidden} />
  if (callOff.state === 'awaiting-funding')
    return <Waiting>The payer has it: the decision on the money is open.</Waiting>
  if (callOff.state === 'funded' && prepares) {
    return (
      <>
        <ActionForm action={actions.issue} hidden={hidden} button="Send for signature">
          <FormCheckboxes
            small
            name="standstill"
            label="Standstill"
            options={[{ value: 'yes', text: 'Hold a standstill first: nobody can sign before it is over' }]}
            values={[]}
          />
        </ActionForm>
        <Reopen action={actions.reopen} hidden={hidden} />
      </>
    )
  }
  if (callOff.state === 'standstill')
    return (
      <>
        <Waiting>Both sides can sign after {dayWords(callOff.standstillUntil!)}.</Waiting>
        {prepares ? <Reopen action={actions.reopen} hidden={hidden} /> : null}
      </>
    )
  if (callOff.state === 'signing') return <SigningActs {...{ callOff, actor, limits, actions, hidden }} />
  return null
}

function DraftActs({ actions, hidden }: { actions: CallOffActions; hidden: Record<string, string | number> }) {
  return (
    <>
      <ActionForm action={actions.requestFunding} hidden={hidden} button="Ask for funding">
        <FormTextArea
          name="reason"
          label="Why does the practice need it?"
          hint="30 characters or more, for the person who decides on the money."
        />
      </ActionForm>
      <ActionForm action={actions.remove} hidden={hidden} button="Delete" look="warning" summary="Delete this draft">
        <p>The draft is gone for good. The project can be ordered anew.</p>
      </ActionForm>
    </>
  )
}

function SigningActs({ callOff, actor, limits, actions, hidden }: Props & { hidden: Record<string, string | number> }) {
  const decision = maySignCallOff(actor, callOff, limits)
  return (
    <>
      {decision.allowed ? (
        <ActionForm
          action={actions.sign}
          hidden={{ ...hidden, termsHash: callOff.termsHash }}
          button="Sign these terms"
        >
          <p>
            You sign the terms above, as their SHA-256 names them.
            {callOff.signBy ? ` They can be signed until ${dayWords(callOff.signBy)}.` : ''} If you signed in more than
            5 minutes ago, <a href={`/account/prove?back=/call-offs/${callOff.id}`}>prove who you are</a> first.
          </p>
        </ActionForm>
      ) : (
        <Waiting>{decision.because}.</Waiting>
      )}
      {mayRefuseCallOff(actor, callOff).allowed ? (
        <ActionForm action={actions.refuse} hidden={hidden} button="Refuse" look="warning" summary="Refuse the order">
          <FormTextArea name="reason" label="Why?" hint="30 characters or more. The buyer reads it." />
        </ActionForm>
      ) : null}
      {mayPrepareCallOff(actor, callOff).allowed ? <Reopen action={actions.reopen} hidden={hidden} /> : null}
    </>
  )
}

function Reopen({ action, hidden }: { action: FormAction; hidden: Record<string, string | number> }) {
  return (
    <ActionForm
      action={action}
      hidden={hidden}
      button="Back to draft"
      look="warning"
      summary="Change the terms after all"
    >
      <p>Approval and signatures become void, and the money is free again.</p>
    </ActionForm>
  )
}

function Waiting({ children }: { children: React.ReactNode }) {
  return (
    <InsetText>
      <p>{children}</p>
    </InsetText>
  )
}
