import { ActionForm } from '@/components/ui/action-form'
import { FormTextField } from '@/components/ui/form-fields'
import type { FormAction } from '@/lib/platform/form-state'

/** Asks for a supplier's account. Any company can come in; the authority answers. */
export function JoinForm({ request }: { request: FormAction }) {
  return (
    <>
      <p>
        Any supplier can come in, describe its modules and keep them true. You prove your email address, the authority
        reads your request, and you get a letter with which you choose your password.
      </p>
      <p>If your company has an account already, your request becomes one to join it.</p>
      <ActionForm action={request} button="Ask for an account">
        <FormTextField
          name="companyNumber"
          label="Company number"
          hint="8 digits, or 2 letters and 6 digits"
          width={10}
          maxLength={20}
        />
        <FormTextField name="legalName" label="Registered name of the company" autoComplete="organization" />
        <FormTextField name="brand" label="Name that buyers know" />
        <FormTextField name="personName" label="Your full name" autoComplete="name" />
        <FormTextField name="email" type="email" label="Your work email address" autoComplete="email" />
      </ActionForm>
    </>
  )
}
