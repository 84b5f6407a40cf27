import type { Metadata } from 'next'
import { ActionForm } from '@/components/ui/action-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageTitle } from '@/components/ui/page-title'
import { confirm } from '../actions'

export const metadata: Metadata = { title: 'Prove your email address', referrer: 'no-referrer' }

type Props = { searchParams: Promise<{ token?: string | string[] }> }

/** A button, because machines that read mail open every link. */
export default async function ConfirmPage({ searchParams }: Props) {
  const token = [(await searchParams).token ?? ''].flat()[0]!
  return (
    <>
      <Breadcrumbs trail={[{ href: '/supplier/join', text: 'Ask for a supplier account' }]} />
      <PageTitle>Prove your email address</PageTitle>
      <p>Press the button to send your request to the authority.</p>
      <ActionForm action={confirm} hidden={{ token }} button="This is my address" />
    </>
  )
}
