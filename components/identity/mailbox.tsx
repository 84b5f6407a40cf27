import { Details } from '@/components/ui/details'
import { instantInWords } from '@/lib/platform/days'

type Letter = {
  id: string
  recipient: string
  subject: string
  body: string
  createdAt: Date
  sentAt: Date | null
  failure: string | null
}

/** Letters, newest first, each opened by a click. */
export function Mailbox({ letters }: { letters: Letter[] }) {
  if (letters.length === 0) return <p>No letter has been written yet.</p>
  return letters.map((letter) => (
    <Details key={letter.id} summary={`${letter.subject} – ${letter.recipient}`}>
      <p className="muted">
        Written {instantInWords(letter.createdAt)}.{' '}
        {letter.sentAt
          ? `Sent ${instantInWords(letter.sentAt)}.`
          : letter.failure
            ? `Not sent: ${letter.failure}`
            : 'Waiting.'}
      </p>
      <p className="tw:whitespace-pre-wrap tw:break-words">{letter.body}</p>
    </Details>
  ))
}
