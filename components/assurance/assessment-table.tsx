import { Table } from '@/components/ui/table'
import { assessmentStateWords, whatForWords } from '@/lib/assurance/assessments/assessment'
import type { AssessmentRow } from '@/lib/assurance/assessments/list-assessments'
import { dayWords } from '@/lib/platform/days'

type Props = { rows: AssessmentRow[]; base: string; caption: string; forAuthority?: boolean }

/** Assessments, the longest waiting first. */
export function AssessmentTable({ rows, base, caption, forAuthority = false }: Props) {
  if (rows.length === 0) return <p>No assessment waits.</p>
  const more = forAuthority ? [{ heading: 'Findings to sign', number: true }] : []
  return (
    <Table
      caption={caption}
      columns={[
        { heading: 'Module' },
        { heading: 'Supplier' },
        { heading: 'What for' },
        { heading: 'State' },
        { heading: 'Since' },
        ...more,
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <a href={`${base}/${row.id}`} key="link">
            {row.name}
          </a>,
          row.supplier,
          whatForWords(row),
          row.returnReason ? `${assessmentStateWords[row.state]}, sent back` : assessmentStateWords[row.state],
          dayWords(row.since),
          ...(forAuthority ? [row.unsigned] : []),
        ],
      }))}
    />
  )
}
