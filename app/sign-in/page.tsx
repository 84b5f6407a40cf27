import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { SignInForm } from '@/components/identity/sign-in-form'
import { env } from '@/lib/platform/env'

export const metadata: Metadata = { title: 'Sign in' }

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
      accepted={done === 'accepted'}
      demo={demo}
      openId={OIDC_ISSUER !== undefined}
    />
  )
}
