import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { SignInForm } from '@/components/identity/sign-in-form'
import { env } from '@/lib/platform/env'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<{ back?: string; callbackUrl?: string; error?: string }> }

export default async function SignInPage({ searchParams }: Props) {
  const { back, callbackUrl, error } = await searchParams
  const csrf = (await headers()).get('x-csrf-token') ?? ''
  const { demo, OIDC_ISSUER } = env()
  return (
    <SignInForm
      csrf={csrf}
      back={back ?? callbackUrl ?? '/'}
      error={error}
      demo={demo}
      openId={OIDC_ISSUER !== undefined}
    />
  )
}
