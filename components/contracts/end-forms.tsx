import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import type { ContractEnd } from '@/lib/contracts/ends/get-contract-end'
import { dayWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'
import { fundingStreams } from '@/lib/procurement/call-offs/form/order-form'

export type EndActions = {
  rescind: FormAction
  askHold: FormAction
  hold: FormAction
  startExit: FormAction
  tick: FormAction
  close: FormAction
}

/** What this reader can do about the end of a contract now; each says what it means before it is sent. */
export function EndForms({ end, actions }: { end: ContractEnd; actions: EndActions }) {
  const hidden = { contractId: end.id, version: end.version }
  return (
    <>
      {end.may.rescind ? (
        <ActionForm
          action={actions.rescind}
          hidden={hidden}
          button="Sign that the notice is taken back"
          look="secondary"
        >
          <p>The contract runs to its end again when the payer and the supplier have both signed.</p>
        </ActionForm>
      ) : null}
      {end.may.holdOver && end.asked ? (
        <ActionForm action={actions.hold} hidden={hidden} button="Hold the contract over">
          <p>
            The money until {dayWords(end.asked.until)} is approved. From here the use is charged, by the day at the
            present yearly cost. What is not used is free again when the contract is closed.
          </p>
        </ActionForm>
      ) : null}
      {end.may.askHoldOver && end.lastHoldOverDay ? (
        <ActionForm
          action={actions.askHold}
          hidden={hidden}
          button="Ask for the money"
          summary="Hold the contract over"
        >
          <p>
            The practice goes on using the system, and it is charged by the day at the present yearly cost. The money is
            reserved now; when somebody else has approved it, the contract can be held over. The last day possible is{' '}
            {dayWords(end.lastHoldOverDay)}. A contract can be held over once.
          </p>
          <FormTextField
            name="until"
            type="date"
            label="Last day of the hold-over"
            value={end.lastHoldOverDay}
            width={10}
          />
          <FormRadios
            name="stream"
            label="Which budget pays?"
            options={Object.entries(fundingStreams).map(([value, text]) => ({ value, text }))}
            value="GPIT"
          />
          <FormTextArea name="reason" label="Reason" hint="At least 30 characters" maxLength={2000} />
        </ActionForm>
      ) : null}
      {end.may.startExit ? (
        <ActionForm
          action={actions.startExit}
          hidden={hidden}
          button="Start the exit"
          look="warning"
          summary="Start the exit"
        >
          <p>
            The contract cannot be held over or extended after this. What remains is the exit list, then it is closed.
          </p>
        </ActionForm>
      ) : null}
      {end.may.close ? (
        <ActionForm action={actions.close} hidden={hidden} button="Close the contract" look="warning">
          <p>Everything on the exit list is done. A closed contract is never opened again.</p>
        </ActionForm>
      ) : null}
    </>
  )
}
