import { Table } from '@/components/ui/table'
import { dayWords, instantInWords } from '@/lib/platform/days'
import { countWords } from '@/lib/reconciliation/report'
import type { Desk } from '@/lib/switching/portfolio/get-desk'
import { lateWords } from '@/lib/switching/portfolio/late-rules'

const verdicts: Record<string, string> = {
  equal: 'Equal',
  'equal-with-rules': 'Equal with rules',
  different: 'Different',
  'invalid-input': 'Input faulty',
}

/** What a supplier owes, the soonest first, and what the last comparison of each switch found, in counts only. */
export function SupplierDesk({ desk }: { desk: Desk }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Your duties</h2>
      {desk.duties.length === 0 ? <p>You owe nothing in any switch at present.</p> : null}
      {desk.duties.length > 0 ? (
        <Table
          caption="Duties, the soonest first"
          hideCaption
          columns={[{ heading: 'Practice' }, { heading: 'What' }, { heading: 'As' }, { heading: 'Due' }]}
          rows={desk.duties.map(({ switchId, side, practice, what, dueOn, daysLate }) => ({
            key: `${switchId} ${side} ${what}`,
            cells: [
              <a href={`/switches/${switchId}`} key="link">
                {practice}
              </a>,
              what,
              side === 'losing' ? 'Losing supplier' : 'Gaining supplier',
              dueOn ? `${dayWords(dueOn)}${daysLate > 0 ? `, ${lateWords(daysLate)}` : ''}` : 'next move, no day set',
            ],
          }))}
        />
      ) : null}
      <h2 className="nhsuk-heading-m">What the comparisons found</h2>
      {desk.findings.length === 0 ? <p>No report has been brought for any of your switches.</p> : null}
      {desk.findings.length > 0 ? (
        <Table
          caption="The last report of each switch: unexplained differences"
          columns={[
            { heading: 'Practice' },
            { heading: 'Report' },
            { heading: 'Verdict' },
            ...['S1', 'S2', 'S3'].map((heading) => ({ heading, number: true })),
          ]}
          rows={desk.findings.map(({ switchId, reportId, practice, phase, takenInAt, verdict, unexplained }) => ({
            key: reportId,
            cells: [
              practice,
              <a href={`/switches/${switchId}/reports/${reportId}`} key="link">
                {phase.replace('-', ' load ')}, {instantInWords(takenInAt)}
              </a>,
              verdicts[verdict] ?? verdict,
              ...(['S1', 'S2', 'S3'] as const).map((severity) => countWords(unexplained[severity])),
            ],
          }))}
        />
      ) : null}
    </>
  )
}
