import { ActionForm } from '@/components/ui/action-form'
import { FormRadios, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import { changeKinds } from '@/lib/contracts/changes/change'
import type { ContractView } from '@/lib/contracts/get-contract'
import type { Day } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'
import { poundsWords } from '@/lib/platform/money'

type Props = {
  contract: ContractView
  today: Day
  propose: FormAction
}

/** Other terms, proposed to the other side; what stays is left as it is. */
export function ProposeChangeForm({ contract, today, propose }: Props) {
  return (
    <ActionForm
      action={propose}
      hidden={{ contractId: contract.id }}
      button="Propose the change"
      summary="Propose a change"
    >
      <p>
        The portal checks what the change means. It takes effect when the money is there and both sides have signed.
        Leave what does not change as it stands.
      </p>
      <FormRadios
        name="kind"
        label="What changes"
        options={Object.entries(changeKinds).map(([value, text]) => ({ value, text }))}
      />
      <FormTextField
        name="yearly"
        label="Cost a year, in pounds"
        value={poundsWords(contract.yearlyPence)}
        width={10}
      />
      <FormTextField
        name="total"
        label="Cost over the whole life, in pounds"
        hint="Without VAT, with what has been paid already"
        value={poundsWords(contract.totalPence)}
        width={10}
      />
      <FormTextField name="endsOn" type="date" label="End of the contract" value={contract.endsOn} width={10} />
      <FormTextField name="effectiveOn" type="date" label="Takes effect on" value={today} width={10} />
      <FormTextArea
        name="practices"
        label="More sites (optional)"
        hint="ODS codes of practices of the same payer, one a line"
        rows={2}
      />
      <FormTextArea name="reason" label="Reason" hint="At least 30 characters" maxLength={2000} />
    </ActionForm>
  )
}
