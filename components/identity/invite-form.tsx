import { ActionForm } from '@/components/ui/action-form'
import { FormSelect, FormTextField } from '@/components/ui/form-fields'
import { mayBeHeldIn, type Role, roles } from '@/lib/identity/roles'
import type { FormAction } from '@/lib/platform/form-state'

type Props = {
  organisations: { id: string; kind: string; name: string; code: string | null }[]
  invite: FormAction
}

/** Who, where, in which role, up to how much. */
export function InviteForm({ organisations, invite }: Props) {
  return (
    <ActionForm action={invite} button="Send the invitation">
      <FormTextField name="name" label="Full name" autoComplete="off" />
      <FormTextField name="email" label="Email address" type="email" autoComplete="off" />
      <FormSelect
        name="organisationId"
        label="Organisation"
        options={[
          { value: '', text: 'A practice: its code stands below' },
          ...organisations.map((o) => ({ value: o.id, text: o.code ? `${o.name} (${o.code})` : o.name })),
        ]}
      />
      <FormTextField
        name="practiceCode"
        label="Code of the practice"
        hint="Only for a role in a practice, like A81001."
        autoComplete="off"
        width={10}
      />
      <FormSelect
        name="role"
        label="Role"
        options={Object.entries(roles).map(([value, { title, heldIn }]) => ({
          value,
          text: `${title} (${heldIn}${heldIn !== 'practice' && mayBeHeldIn(value as Role, 'practice') ? ', or a practice that pays for itself' : ''})`,
        }))}
      />
      <FormTextField
        name="limit"
        label="Delegated limit in pounds"
        hint="Only for a funding approver. Whole life, options included."
        inputMode="decimal"
        width={10}
      />
    </ActionForm>
  )
}
