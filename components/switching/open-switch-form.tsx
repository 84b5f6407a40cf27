import { ActionForm } from '@/components/ui/action-form'
import { FormSelect } from '@/components/ui/form-fields'
import type { FormAction } from '@/lib/platform/form-state'

type Choice = { id: string; moduleName: string; number: string }
type Props = {
  contract: Choice
  /** Whether this contract is to be left, or is the one to go to. */
  leaving: boolean
  others: Choice[]
  open: FormAction
}

/** Opens a switch: away from this contract, or towards it. */
export function OpenSwitchForm({ contract, leaving, others, open }: Props) {
  const options = others.map((c) => ({ value: c.id, text: `${c.moduleName} (${c.number})` }))
  if (leaving)
    return (
      <ActionForm action={open} hidden={{ leavingContractId: contract.id }} button="Open a switch">
        <FormSelect
          name="gainingContractId"
          label="Contract to go to"
          hint="It can be chosen later, when its call-off is signed."
          options={[...options, { value: '', text: 'Not signed yet' }]}
        />
      </ActionForm>
    )
  if (options.length === 0) return <p>There is no running contract of this practice that could be left.</p>
  return (
    <ActionForm action={open} hidden={{ gainingContractId: contract.id }} button="Open a switch">
      <FormSelect name="leavingContractId" label="Contract to be left" options={options} />
    </ActionForm>
  )
}
