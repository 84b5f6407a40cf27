import { Details } from '@/components/ui/details'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { checkTitles } from '@/lib/reconciliation/checks'
import { countWords } from '@/lib/reconciliation/report'
import { checkWords, severityWords } from '@/lib/switching/reports/check-words'
import type { ReportPage } from '@/lib/switching/reports/get-report'
import { changeWords } from '@/lib/switching/reports/report-changes-rules'
import { statusTags } from '../report-panel'

const severities = ['S1', 'S2', 'S3'] as const

/** Every check of a report: what it asks, how it ended, and what has changed since the run before. */
export function CheckTable({ report, before }: Pick<ReportPage, 'report' | 'before'>) {
  const { checks } = report.content
  const changed = before ? [{ heading: `Since report ${before.number}` }] : []
  return (
    <>
      <Table
        caption="Unexplained differences by check and severity"
        columns={[
          { heading: 'Check' },
          { heading: 'Result' },
          ...severities.map((heading) => ({ heading, number: true })),
          { heading: 'Explained by a rule', number: true },
          ...changed,
        ]}
        rows={checks.map((check) => {
          const { colour, text } = statusTags[check.status]
          const counts = [...severities.map((s) => check.unexplained[s]), check.explained]
          return {
            key: check.id,
            cells: [
              <span key="check">
                {check.id} {checkTitles[check.id]}
                <span className="nhsuk-body-s tw:block tw:font-normal">{checkWords[check.id]}</span>
              </span>,
              <Tag colour={colour} key="tag">
                {text}
              </Tag>,
              ...counts.map((count) => (check.status === 'not-run' ? 'not run' : countWords(count))),
              ...(before ? [changeWords[before.changes.get(check.id) ?? 'same']] : []),
            ],
          }
        })}
      />
      <Details summary="What the severities mean">
        <ul>
          {Object.entries(severityWords).map(([severity, words]) => (
            <li key={severity}>
              <strong>{severity}</strong> {words}
            </li>
          ))}
        </ul>
        <p>
          A count from 1 to 4 is shown as &ldquo;between 1 and 4&rdquo;, so that no single patient can be told from it.
          A difference counts under each check that it meets.
        </p>
      </Details>
    </>
  )
}
