import { NonConformityTable } from '@/components/assurance/non-conformity-table'
import type { NonConformityRow } from '@/lib/assurance/non-conformities/list-non-conformities'

const base = '/assurance/non-conformities'

/** What the authority must look at, by what it must do; one may stand in several. */
export function NonConformityQueue({ rows }: { rows: NonConformityRow[] }) {
  const parts = [
    {
      heading: 'Concerns to look at',
      rows: rows.filter((row) => row.state === 'candidate'),
      empty: 'No concern waits.',
    },
    {
      heading: 'Plans to accept',
      rows: rows.filter((row) => row.plan?.state === 'proposed'),
      empty: 'No plan waits.',
    },
    {
      heading: 'Claims of done to look at',
      rows: rows.filter((row) => row.plan?.claimedDoneOn),
      empty: 'Nothing is claimed done.',
    },
    {
      heading: 'Missed clocks',
      rows: rows.filter((row) => row.missed.length > 0),
      empty: 'No clock of an open non-conformity was missed.',
    },
    { heading: 'All that are open', rows: rows.filter((row) => row.state === 'open'), empty: 'None is open.' },
  ]
  return parts.map((part) => (
    <div key={part.heading}>
      <h2 className="nhsuk-heading-m">{part.heading}</h2>
      <NonConformityTable
        rows={part.rows}
        base={base}
        caption={`${part.heading}, the soonest due first`}
        empty={part.empty}
      />
    </div>
  ))
}
