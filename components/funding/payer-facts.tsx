import { SummaryList } from '@/components/ui/summary-list'
import { declineCodes } from '@/lib/funding/funding-request'
import type { PayerFacts as Facts } from '@/lib/funding/get-payer-facts'

type Props = { facts: Facts }

/** Who decides at a payer, by what, how fast, and what became of what was asked: as everybody may read it. */
export function PayerFacts({ facts }: Props) {
  const { payer, decisionDays, appealDays, figures, smallest } = facts
  const told = (value: number | undefined) =>
    figures === undefined
      ? 'not told: nobody has asked, or a practice pays for itself'
      : value === undefined
        ? `fewer than ${smallest}, so not told`
        : value
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Who decides', value: `A funding approver of ${payer}, up to the limit they were given` },
          {
            key: 'Time to decide',
            value: `${decisionDays} working days; ${appealDays} for the one appeal, which another approver decides`,
          },
          {
            key: 'It took',
            value:
              figures?.medianDays === undefined
                ? told(undefined)
                : `${figures.medianDays} working days or fewer in half of ${figures.decided} decisions`,
          },
          { key: 'Requests', value: told(figures?.requests) },
          { key: 'Declined', value: told(figures?.declined) },
          { key: 'Why declined', value: figures ? whyWords(figures.declinesByCode) : told(undefined) },
          { key: 'Sent back with a question', value: told(figures?.deferred) },
          { key: 'Overdue now', value: told(figures?.overdue) },
        ]}
      />
      <Criteria facts={facts} />
    </>
  )
}

function Criteria({ facts: { criteria, payer } }: Props) {
  if (!criteria) return <p>What {payer} weighs is not told: nobody has checked the text against its source yet.</p>
  return (
    <>
      <p>What {payer} weighs:</p>
      <ul>
        {criteria.words.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="nhsuk-body-s muted">Source: {criteria.source}.</p>
    </>
  )
}

function whyWords(byCode: Record<string, number | undefined>): string {
  const shown = Object.entries(byCode).flatMap(([code, count]) =>
    count === undefined ? [] : [`${declineCodes[code as keyof typeof declineCodes] ?? code}: ${count}`],
  )
  return shown.join('; ') || 'too few to tell'
}
