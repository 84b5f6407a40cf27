import { SummaryList } from '@/components/ui/summary-list'
import { declineCodes } from '@/lib/funding/funding-request'
import type { PayerFacts as Facts } from '@/lib/funding/get-payer-facts'

type Props = { facts: Facts }

/** Who decides at a payer, by what, how fast, and what became of what was asked: as everybody may read it. */
export function PayerFacts({ facts }: Props) {
  const { payer, decisionDays, appealDays } = facts
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Who decides', value: `A funding approver of ${payer}, up to the limit they were given` },
          {
            key: 'Time to decide',
            value: `${decisionDays} working days; ${appealDays} for the one appeal, which another approver decides`,
          },
          ...figureRows(facts),
        ]}
      />
      <Criteria facts={facts} />
    </>
  )
}

function figureRows({ figures, isPractice, smallest }: Facts) {
  if (!figures)
    return [
      {
        key: 'Decisions so far',
        value: isPractice
          ? 'Not told: a practice that pays for itself is a small group'
          : 'Nobody has asked this payer for money yet',
      },
    ]
  const told = (value: number | undefined) => value ?? `fewer than ${smallest}, so not told`
  return [
    {
      key: 'It took',
      value:
        figures.medianDays === undefined
          ? told(undefined)
          : `${figures.medianDays} working days or fewer in half of ${figures.decided} decisions`,
    },
    { key: 'Requests', value: told(figures.requests) },
    { key: 'Declined', value: told(figures.declined) },
    { key: 'Why declined', value: whyWords(figures.declinesByCode) },
    { key: 'Sent back with a question', value: told(figures.deferred) },
    { key: 'Overdue now', value: told(figures.overdue) },
  ]
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
