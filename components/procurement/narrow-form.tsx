import { ActionForm } from '@/components/ui/action-form'
import { FormCheckboxes } from '@/components/ui/form-fields'
import type { FormAction } from '@/lib/platform/form-state'
import type { CallOff } from '@/lib/procurement/call-offs/call-off'

type Props = {
  callOff: CallOff
  narrow: FormAction
  nameOf: (capabilityId: string) => string
}

/** Orders only a part of the module, where the whole may not be bought now. */
export function NarrowForm({ callOff, narrow, nameOf }: Props) {
  if (callOff.state !== 'draft' || callOff.capabilityIds.length < 2) return null
  return (
    <ActionForm
      action={narrow}
      hidden={{ id: callOff.id, version: callOff.version }}
      button="Order only these"
      look="secondary"
      summary="Order only a part of the module"
    >
      <FormCheckboxes
        name="capabilityIds"
        label="What does the practice order?"
        hint="The price is worked out again. What is left out is not part of the contract and cannot be put back."
        options={callOff.capabilityIds.map((id) => ({ value: id, text: `${nameOf(id)} (${id})` }))}
        values={callOff.capabilityIds}
      />
    </ActionForm>
  )
}
