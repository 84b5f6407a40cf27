import { type FundingNote, noteWords } from '@/lib/funding/funding-request'
import { dayOf, dayWords } from '@/lib/platform/days'

/** What was asked, answered and said, oldest first. */
export function FundingNotes({ notes }: { notes: FundingNote[] }) {
  if (notes.length === 0) return null
  return (
    <>
      <h2 className="nhsuk-heading-m">Said about it</h2>
      <dl>
        {notes.map((note) => (
          <div key={note.id} className="nhsuk-u-margin-bottom-3">
            <dt>
              <strong>{noteWords[note.kind]}</strong>, {dayWords(dayOf(note.at))}
            </dt>
            <dd>{note.text}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
