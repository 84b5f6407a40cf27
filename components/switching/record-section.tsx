import type { ReactNode } from 'react'

const idOf = (title: string): string => title.toLowerCase().replaceAll(' ', '-')

/** One of the records of a switch, where the list of them can lead. */
export function RecordSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h2 className="nhsuk-heading-m" id={idOf(title)}>
        {title}
      </h2>
      {children}
    </>
  )
}

/** The records of this switch, because they stand far below what is to be done. */
export function RecordLinks({ isFull }: { isFull: boolean }) {
  const titles = [...(isFull ? fullRecords : []), ...records]
  return (
    <nav aria-label="Records of this switch" className="no-print">
      <ul className="nhsuk-list tw:flex tw:flex-wrap tw:gap-x-6">
        {titles.map((title) => (
          <li key={title}>
            <a href={`#${idOf(title)}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const fullRecords = ['Due days', 'Facts', 'Hazards', 'Dependent services', 'Capacity', 'Re-entry log', 'Parts']
const records = ['People', 'Manifests', 'Reports', 'Sign-offs', 'Signing keys', 'History']
