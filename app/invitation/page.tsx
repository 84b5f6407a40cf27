import type { Metadata } from 'next'
import { AcceptForm } from '@/components/identity/accept-form'
import { PageTitle } from '@/components/ui/page-title'
import { readContext } from '@/lib/identity/context'
import { getInvitation } from '@/lib/identity/get-invitation'
import { accept } from './actions'

export const metadata: Metadata = { title: 'Your invitation', referrer: 'no-referrer' }

type Props = { searchParams: Promise<{ token?: string | string[] }> }

export default async function InvitationPage({ searchParams }: Props) {
  const token = [(await searchParams).token ?? ''].flat()[0]!
  const invitation = await getInvitation(await readContext(), token)
  return (
    <>
      <PageTitle>{invitation ? 'Take your invitation' : 'This invitation is no longer open'}</PageTitle>
      {invitation ? (
        <AcceptForm invitation={invitation} token={token} accept={accept} />
      ) : (
        <p>The link has been used, is older than 7 days, or is not complete. Ask a curator for a new invitation.</p>
      )}
    </>
  )
}
