import type { Metadata } from 'next'
import { Sessions } from '@/components/identity/sessions'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import { readSignedIn, requireContext } from '@/lib/identity/context'
import { getAccount } from '@/lib/identity/get-account'
import { listSessions } from '@/lib/identity/list-sessions'
import { endOneSession, signOutEverywhere } from './actions'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const ctx = await requireContext()
  const account = (await getAccount(ctx.actor))!
  const sessions = await listSessions(ctx, (await readSignedIn())!.tokenHash)
  return (
    <>
      <Breadcrumbs trail={[]} />
      {(await searchParams).done === 'ended' ? <Notice>That session is signed out.</Notice> : null}
      <PageTitle>Your account</PageTitle>
      <SummaryList
        rows={[
          { key: 'Name', value: account.name },
          { key: 'Email address', value: account.email },
          ...account.organisations.map((o) => ({ key: o.name, value: o.roles.join(', ') })),
        ]}
      />
      <ul className="nhsuk-list">
        <li>
          <a href="/account/notices">Your notices</a>
        </li>
        <li>
          <a href="/account/notifications">How often you get letters</a>
        </li>
        <li>
          <a href="/account/subscriptions">Changes you hear of</a>
        </li>
      </ul>
      <h2 className="nhsuk-heading-m">Where you are signed in</h2>
      <Sessions sessions={sessions} end={endOneSession} />
      <form action={signOutEverywhere}>
        <Button look="warning">Sign out everywhere</Button>
      </form>
    </>
  )
}
