import type { ReactNode } from 'react'

/** One thing of a list, with its link. */
export function Card({ title, href, children }: { title: ReactNode; href?: string; children?: ReactNode }) {
  return (
    <div className="nhsuk-card">
      <div className="nhsuk-card__content">
        <h2 className="nhsuk-card__heading nhsuk-heading-s">{href ? <a href={href}>{title}</a> : title}</h2>
        {children}
      </div>
    </div>
  )
}
