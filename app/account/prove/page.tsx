import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { ProveForm } from '@/components/identity/prove-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { env } from '@/lib/platform/env'
import { prove } from './actions'

export const metadata: Metadata = { title: 'Prove who you are' }

type Props = { searchParams: Promise<{ back?: string | string[] }> }

export default async function ProvePage({ searchParams }: Props) {
  await requireContext()
  const back = [(await searchParams).back ?? '/account'].flat()[0]!
  const csrf = (await headers()).get('x-csrf-token') ?? ''
  return (
    <>
      <Breadcrumbs trail={[{ href: '/account', text: 'Your account' }]} />
      <PageTitle>Prove who you are</PageTitle>
      <p>A signature needs a proof that is not older than 5 minutes. You stay signed in.</p>
      <ProveForm prove={prove} back={back} csrf={csrf} openId={env().OIDC_ISSUER !== undefined} />
    </>
  )
}
