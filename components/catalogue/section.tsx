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

/** A text as it was written, with its line ends; nothing reads "not stated". */
export const Words = ({ text }: { text: string | null | undefined }) =>
  text ? <span className="tw:whitespace-pre-line">{text}</span> : <span className="muted">Not stated</span>

/** A link that a supplier wrote, shown as its address. */
export const Address = ({ href }: { href: string | null | undefined }) =>
  href ? (
    <a className="tw:break-all" href={href}>
      {href}
    </a>
  ) : (
    <span className="muted">Not stated</span>
  )

export const yesNo = (answer: boolean | null | undefined): string =>
  answer === null || answer === undefined ? 'Not stated' : answer ? 'Yes' : 'No'
