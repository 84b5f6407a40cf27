import type { Metadata } from 'next'
import { ActionForm } from '@/components/ui/action-form'
import { FormTextField } from '@/components/ui/form-fields'
import { PageTitle } from '@/components/ui/page-title'
import { accept } from './actions'

export const metadata: Metadata = { title: 'Choose your password', referrer: 'no-referrer' }

export default async function InvitationPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = '' } = await searchParams
  return (
    <>
      <PageTitle>Choose your password</PageTitle>
      <p>Your invitation works once, for 7 days. Afterwards you sign in with your email address and this password.</p>
      <ActionForm action={accept} hidden={{ token }} button="Save and continue">
        <FormTextField
          name="password"
          label="Password"
          hint="12 characters or more. Three words that only you would put together are better than one with signs in it."
          type="password"
          autoComplete="new-password"
        />
      </ActionForm>
    </>
  )
}
