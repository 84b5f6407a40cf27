import { Table } from '@/components/ui/table'
import type { DecisionFigures } from '@/lib/funding/decision-figures-rules'
import { declineCodes } from '@/lib/funding/funding-request'

const cell = (value: number | undefined): string => (value === undefined ? 'Too few to show' : String(value))

/** A payer a row, with what everybody may know of its decisions. */
export function DecisionFiguresTable({ figures }: { figures: (DecisionFigures & { payer: string })[] }) {
  if (figures.length === 0) return <p>Nobody has asked for funding yet.</p>
  const why = (f: DecisionFigures) =>
    Object.entries(f.declinesByCode)
      .flatMap(([code, count]) =>
        count === undefined ? [] : [`${declineCodes[code as keyof typeof declineCodes] ?? code}: ${count}`],
      )
      .join('; ') || 'Too few to show'
  return (
    <>
      <p>
        <a href="/funding/decisions/decisions.csv">Download the table (CSV)</a>
      </p>
      <Table
        caption="Decisions on funding by payer"
        hideCaption
        columns={[
          { heading: 'Payer' },
          ...[
            'Requests',
            'Decided',
            'Median working days',
            'Asked back',
            'Overdue now',
            'Urgent',
            'Urgent, review overdue',
            'Declined',
          ].map((heading) => ({ heading, number: true })),
          { heading: 'Why declined' },
        ]}
        rows={figures.map((f) => ({
          key: f.payerId,
          cells: [
            <a href={`/funding/decisions/${f.payerId}`} key="payer">
              {f.payer}
            </a>,
            ...[
              f.requests,
              f.decided,
              f.medianDays,
              f.deferred,
              f.overdue,
              f.urgent,
              f.urgentNotReviewed,
              f.declined,
            ].map(cell),
            why(f),
          ],
        }))}
      />
    </>
  )
}
