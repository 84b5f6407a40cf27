import type { Metadata } from 'next'
import { NoticeList } from '@/components/notifications/notice-list'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { listNotices } from '@/lib/notifications/notices/list-notices'
import { acknowledge } from './actions'

export const metadata: Metadata = { title: 'Your notices' }

export default async function NoticesPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const ctx = await requireContext()
  const notices = await listNotices(ctx)
  return (
    <>
      <Breadcrumbs trail={[{ href: '/account', text: 'Your account' }]} />
      {(await searchParams).done === 'acknowledged' ? <Notice>Thank you. We will not send it again.</Notice> : null}
      <PageTitle>Your notices</PageTitle>
      <p>
        What the portal has told you by letter. Where it asks you to say that you have read it, it is sent again on the
        3rd, 7th and 14th day until you do.
      </p>
      <NoticeList notices={notices} acknowledge={acknowledge} />
    </>
  )
}
