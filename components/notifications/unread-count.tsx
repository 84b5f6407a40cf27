/** How many notifications are unread, as a number in a ring and in words. */
export function UnreadCount({ unread }: { unread: number }) {
  if (unread === 0) return <span className="nhsuk-u-visually-hidden">none unread</span>
  return (
    <span className="masthead__count">
      {unread > 99 ? '99+' : unread}
      <span className="nhsuk-u-visually-hidden"> unread</span>
    </span>
  )
}
