import { ActionForm } from '@/components/ui/action-form'
import { FormTextField } from '@/components/ui/form-fields'
import { SummaryList } from '@/components/ui/summary-list'
import type { OpenInvitation } from '@/lib/identity/person'
import type { FormAction } from '@/lib/platform/form-state'

type Props = {
  invitation: OpenInvitation
  token: string
  accept: FormAction
}

/** Takes an invitation: with a password by somebody new, with one button by somebody known, whose password stays as it is. */
export function AcceptForm({ invitation, token, accept }: Props) {
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Email address', value: invitation.email },
          { key: 'Organisation', value: invitation.organisation },
          { key: 'Role', value: invitation.role },
        ]}
      />
      {invitation.isNew ? (
        <ActionForm action={accept} hidden={{ token }} button="Save and continue">
          <FormTextField
            name="password"
            label="Choose your password"
            hint="12 characters or more. Three words that only you would put together are better than one with signs in it."
            type="password"
            autoComplete="new-password"
          />
        </ActionForm>
      ) : (
        <>
          <p>This address has an account already. You sign in as before: your password stays as it is.</p>
          <ActionForm action={accept} hidden={{ token }} button="Take the role" />
        </>
      )}
    </>
  )
}
