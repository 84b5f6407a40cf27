import type { ReactNode } from 'react'

/** The one h1 of a page, with the small line above it that says what kind of thing it is. */
export function PageTitle({ caption, children }: { caption?: ReactNode; children: ReactNode }) {
  return (
    <h1 className="nhsuk-heading-l">
      {caption ? <span className="nhsuk-caption-l">{caption} </span> : null}
      {children}
    </h1>
  )
}
