import type { Metadata } from 'next'
import { NotificationList } from '@/components/notifications/notification-list'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { requireContext } from '@/lib/identity/context'
import { listNotifications } from '@/lib/notifications/bell/list-notifications'
import { wordsFor } from '@/lib/platform/words-for'
import { markAllRead, markRead } from './actions'

export const metadata: Metadata = { title: 'Notifications' }

const doneWords = { read: 'Marked as read.', all: 'Everything is marked as read.' }
type Props = { searchParams: Promise<{ done?: string; page?: string }> }

export default async function NotificationsPage({ searchParams }: Props) {
  const ctx = await requireContext()
  const { done, page } = await searchParams
  const words = wordsFor(doneWords, done)
  return (
    <>
      <Breadcrumbs trail={[]} />
      {words ? <Notice>{words}</Notice> : null}
      <PageTitle>Notifications</PageTitle>
      <NotificationList {...(await listNotifications(ctx, Number(page ?? 1)))} {...{ markRead, markAllRead }} />
      <p>
        <a href="/account/notifications">How often you get letters</a>
      </p>
    </>
  )
}
