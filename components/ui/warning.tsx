import type { ReactNode } from 'react'

/** What a reader must know before going on. */
export function Warning({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="nhsuk-warning-callout">
      <h2 className="nhsuk-warning-callout__label">
        <span className="nhsuk-u-visually-hidden">Important: </span>
        {title}
      </h2>
      {children}
    </div>
  )
}
