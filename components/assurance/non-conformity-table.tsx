import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { clockWords } from '@/lib/assurance/clocks/clock'
import type { NonConformityRow } from '@/lib/assurance/non-conformities/list-non-conformities'
import { sourceWords, stateWords } from '@/lib/assurance/non-conformities/non-conformity'
import { planViewWords } from '@/lib/assurance/non-conformities/non-conformity-view'
import { planKindWords } from '@/lib/assurance/non-conformities/plan'
import { dayWords } from '@/lib/platform/days'

type Props = { rows: NonConformityRow[]; base: string; caption: string; empty: string }

/** Non-conformities, the soonest due first. */
export function NonConformityTable({ rows, base, caption, empty }: Props) {
  if (rows.length === 0) return <p>{empty}</p>
  return (
    <Table
      caption={caption}
      columns={[
        { heading: 'Requirement' },
        { heading: 'Module' },
        { heading: 'Next due' },
        { heading: 'Plan' },
        { heading: 'State' },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <span key="link">
            <a href={`${base}/${row.id}`}>{row.requirementId}</a>
            {row.serious ? <span className="muted">, serious hazard</span> : null}
            <br />
            <span className="muted">{row.summary}</span>
          </span>,
          `${row.name}, ${row.supplier}`,
          nextWords(row),
          row.plan ? `${planKindWords[row.plan.kind]}: ${planViewWords[row.plan.state].toLowerCase()}` : 'None',
          <span key="state">
            <Tag colour={row.state === 'open' ? 'red' : 'grey'}>{stateWords[row.state]}</Tag>
            {row.missed.length > 0 ? <span className="muted"> {row.missed.length} missed</span> : null}
          </span>,
        ],
      }))}
    />
  )
}

function nextWords({ next, state, source, raisedOn }: NonConformityRow): string {
  if (next) return `${dayWords(next.dueOn)}: ${clockWords[next.clock].waits.toLowerCase()}`
  if (state === 'candidate')
    return `Raised on ${raisedOn ? dayWords(raisedOn) : 'a day not recorded'}: ${sourceWords[source]}`
  return 'Nothing is due'
}
