import { instantInWords } from '@/lib/platform/days'

type Line = { id: string; at: Date; words: string; who: string; organisation: string | null }

/** What happened, oldest first: when, what, who. */
export function History({ lines }: { lines: Line[] }) {
  if (lines.length === 0) return <p>Nothing has happened yet.</p>
  return (
    <ol className="nhsuk-list nhsuk-list--number">
      {lines.map((line) => (
        <li key={line.id}>
          <strong>{line.words}</strong>
          <br />
          <span className="muted">
            <time dateTime={line.at.toISOString()}>{instantInWords(line.at)}</time>, {line.who}
            {line.organisation ? ` (${line.organisation})` : ''}
          </span>
        </li>
      ))}
    </ol>
  )
}
