import type { Metadata } from 'next'
import { ActionForm } from '@/components/ui/action-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { FormTextField } from '@/components/ui/form-fields'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { ask } from './actions'

export const metadata: Metadata = { title: 'Forgotten password' }

export default async function ForgottenPasswordPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const { done } = await searchParams
  return (
    <>
      <Breadcrumbs trail={[{ href: '/sign-in', text: 'Sign in' }]} />
      {done === 'asked' ? (
        <Notice>
          If an account has this address, a letter with a link is on its way. The link works once, for an hour.
        </Notice>
      ) : null}
      <PageTitle>Forgotten password</PageTitle>
      <p>
        We send a link to your address, with which you name a new password. If you sign in with your organisation, ask
        there instead.
      </p>
      <ActionForm action={ask} button="Send the link">
        <FormTextField name="email" label="Email address" type="email" autoComplete="username" />
      </ActionForm>
    </>
  )
}
