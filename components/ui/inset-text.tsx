import type { ReactNode } from 'react'

/** A passage set apart from the text around it. */
export function InsetText({ children }: { children: ReactNode }) {
  return <div className="nhsuk-inset-text">{children}</div>
}
