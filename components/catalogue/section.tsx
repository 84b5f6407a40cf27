import type { ReactNode } from 'react'
import { moduleSections, type SectionId } from './module-sections'

/** One anchored section of a module's page. */
export function Section({ id, children }: { id: SectionId; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 className="nhsuk-heading-m" id={id}>
        {moduleSections.find((s) => s.id === id)!.title}
      </h2>
      {children}
    </section>
  )
}

/** What an empty answer says: never a blank. */
export const NotStated = () => <p className="muted">Not stated</p>

/** The links to the sections of this page. */
export function SectionLinks() {
  return (
    <nav aria-label="On this page">
      <ul className="nhsuk-list button-row">
        {moduleSections.map((s) => (
          <li key={s.id} className="tw:mb-2!">
            <a href={`#${s.id}`}>{s.title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
