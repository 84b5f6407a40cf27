import { ActionForm } from '@/components/ui/action-form'
import { FormTextArea, FormTextField } from '@/components/ui/form-fields'
import type { FormAction } from '@/lib/platform/form-state'

type Props = {
  contract: { id: string; version: number; endsOn: string; noticeDays: number }
  give: FormAction
}

/** The payer's notice: which day is the last, and why. */
export function NoticeForm({ contract, give }: Props) {
  return (
    <ActionForm
      action={give}
      hidden={{ contractId: contract.id, version: contract.version }}
      button="Give notice"
      look="warning"
      summary="Give notice"
    >
      <p>
        Notice ends the contract on a day to come. Nothing changes before that day. The contract asks for{' '}
        {contract.noticeDays} days.
      </p>

      <FormTextField
        name="terminatesOn"
        type="date"
        label="Last day of the contract"
        value={contract.endsOn}
        width={10}
      />
      <FormTextArea name="reason" label="Reason" hint="At least 30 characters" maxLength={2000} />
    </ActionForm>
  )
}
