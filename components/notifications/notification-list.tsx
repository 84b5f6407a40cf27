import { ActionForm } from '@/components/ui/action-form'
import { Pager } from '@/components/ui/pager'
import { Tag } from '@/components/ui/tag'
import { letterKinds, type NotificationView } from '@/lib/notifications/bell/letter-kind'
import { instantInWords } from '@/lib/platform/days'
import type { FormAction } from '@/lib/platform/form-state'

type Props = {
  notifications: NotificationView[]
  page: number
  pages: number
  unread: number
  markRead: FormAction
  markAllRead: FormAction
}

/** What one person was told, the newest first, each with the way to where the work is. */
export function NotificationList({ notifications, page, pages, unread, markRead, markAllRead }: Props) {
  if (notifications.length === 0) return <p>There are none. What you should know of will stand here.</p>
  return (
    <>
      <p>{unread === 0 ? 'You have read everything.' : `${unread} unread.`}</p>
      {unread > 1 ? <ActionForm action={markAllRead} button="Mark all as read" look="secondary" /> : null}
      {notifications.map((one) => (
        <One notification={one} markRead={markRead} key={one.id} />
      ))}
      <Pager page={page} pages={pages} hrefOf={(n) => `/notifications?page=${n}`} />
    </>
  )
}

function One({ notification, markRead }: { notification: NotificationView; markRead: FormAction }) {
  const { id, kind, subject, text, path, at, isRead } = notification
  return (
    <section aria-label={subject} className="nhsuk-card">
      <div className="nhsuk-card__content">
        <h2 className="nhsuk-heading-s">
          <a href={path}>{subject}</a> {isRead ? null : <Tag colour="blue">Unread</Tag>}
        </h2>
        <p className="nhsuk-body-s muted">
          {letterKinds[kind]?.words ?? kind}, {instantInWords(at)}
        </p>
        <p className="tw:whitespace-pre-line tw:wrap-anywhere">{text}</p>
        {isRead ? null : (
          <ActionForm
            action={markRead}
            hidden={{ id }}
            button="Mark as read"
            label={`Mark as read: ${subject}`}
            look="secondary"
          />
        )}
      </div>
    </section>
  )
}
