import type { ReactNode } from 'react'

/** What has just happened, at the top of the page that it led to. */
export function Notice({ title = 'Done', children }: { title?: string; children: ReactNode }) {
  return (
    <section
      className="nhsuk-notification-banner nhsuk-notification-banner--success"
      role="status"
      aria-labelledby="notice-title"
    >
      <div className="nhsuk-notification-banner__header">
        <h2 className="nhsuk-notification-banner__title" id="notice-title">
          {title}
        </h2>
      </div>
      <div className="nhsuk-notification-banner__content">{children}</div>
    </section>
  )
}
