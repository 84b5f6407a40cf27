import type { Metadata } from 'next'
import { ActionForm } from '@/components/ui/action-form'
import { FormTextField } from '@/components/ui/form-fields'
import { PageTitle } from '@/components/ui/page-title'
import { save } from './actions'

export const metadata: Metadata = { title: 'New password', referrer: 'no-referrer' }

export default async function NewPasswordPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>
}) {
  const token = [(await searchParams).token ?? ''].flat()[0]!
  return (
    <>
      <PageTitle>Name a new password</PageTitle>
      <p>You are then signed out everywhere, and sign in again with the new one.</p>
      <ActionForm action={save} hidden={{ token }} button="Save">
        <FormTextField
          name="password"
          label="New password"
          hint="12 characters or more. Three words that only you would put together are better than one with signs in it."
          type="password"
          autoComplete="new-password"
        />
      </ActionForm>
    </>
  )
}
