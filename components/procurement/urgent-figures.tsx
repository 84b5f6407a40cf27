import { Table } from '@/components/ui/table'
import { type Day, dayWords } from '@/lib/platform/days'
import type { UrgentLine } from '@/lib/procurement/reviews/list-urgent-figures'

const cell = (value: number | undefined): string => (value === undefined ? 'Too few to show' : String(value))

/** How often buyers could not wait, by payer and year, for everybody to read. */
export function UrgentFigures({ lines, today }: { lines: UrgentLine[]; today: Day }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Urgent awards</h2>
      <p>
        A module may be awarded at once where the need cannot wait. The payer reviews each such award afterwards, within
        its own days. Counted from the portal’s record on {dayWords(today)}.
      </p>
      {lines.length === 0 ? (
        <p>There has been no urgent award.</p>
      ) : (
        <>
          <p>
            <a href="/funding/decisions/urgent-awards.csv">Download the urgent awards (CSV)</a>
          </p>
          <Table
            caption="Urgent awards by payer and year"
            hideCaption
            columns={[
              { heading: 'Payer' },
              { heading: 'Year', number: true },
              { heading: 'Urgent awards', number: true },
              { heading: 'Review overdue now', number: true },
            ]}
            rows={lines.map(({ payerId, payer, year, awards, overdue }) => ({
              key: `${payerId} ${year}`,
              cells: [payer, String(year), cell(awards), cell(overdue)],
            }))}
          />
        </>
      )}
    </>
  )
}
