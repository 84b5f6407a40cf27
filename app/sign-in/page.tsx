import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { SignInForm } from '@/components/identity/sign-in-form'
import { env } from '@/lib/platform/env'
import { wordsFor } from '@/lib/platform/words-for'

export const metadata: Metadata = { title: 'Sign in' }

const doneWords = {
  accepted: 'You have taken the invitation. Sign in to go on.',
  password: 'Your new password holds. You are signed out everywhere.',
}

type Props = { searchParams: Promise<Record<'back' | 'callbackUrl' | 'error' | 'done', string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const { back, callbackUrl, error, done } = await searchParams
  const csrf = (await headers()).get('x-csrf-token') ?? ''
  const { demo, OIDC_ISSUER } = env()
  return (
    <SignInForm
      csrf={csrf}
      back={[back ?? callbackUrl ?? '/'].flat()[0]!}
      error={[error].flat()[0]}
      done={wordsFor(doneWords, done)}
      demo={demo}
      openId={OIDC_ISSUER !== undefined}
    />
  )
}
