import { Details } from '@/components/ui/details'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { instantInWords } from '@/lib/platform/days'
import { checkTitles } from '@/lib/reconciliation/checks'
import { countWords } from '@/lib/reconciliation/report'
import type { ReportView } from '@/lib/switching/get-switch'
import { verdictSentence } from '@/lib/switching/reports/check-words'

export const statusTags = {
  pass: { colour: 'green', text: 'Pass' },
  fail: { colour: 'red', text: 'Fail' },
  listed: { colour: 'yellow', text: 'Listed' },
  'not-run': { colour: 'grey', text: 'Not run' },
} as const

/** One verified report: what it compared, what it found by check and severity, and what it did not look at. */
export function ReportPanel({ report, number, href }: { report: ReportView; number: number; href: string }) {
  const { content } = report
  const notRun = content.checks.filter((c) => c.status === 'not-run')
  const { S1, S2 } = content.totals.unexplained
  return (
    <section aria-label={`Report ${number}`}>
      <h3 className="nhsuk-heading-s">
        Report {number}: {report.kind === 'final' ? 'final run' : `run of ${report.phase.replace('-', ' load ')}`} by{' '}
        {report.by} <Tag colour={report.counts ? 'green' : 'grey'}>{report.counts ? 'Counts' : 'No longer counts'}</Tag>
      </h3>
      <p>
        {verdictSentence(content)} Unexplained S1: {countWords(S1)}; S2: {countWords(S2)}. Compared{' '}
        {content.source.resources.toLocaleString('en-GB')} resources of{' '}
        {content.source.patients.toLocaleString('en-GB')} patients, in a run that ended on{' '}
        {instantInWords(new Date(content.finishedAt))}. Taken in on {instantInWords(report.takenInAt)}.
      </p>
      {content.complete ? null : (
        <p>
          <strong>This report is not complete.</strong> It did not run{' '}
          {notRun.map((c) => `${c.id} (${checkTitles[c.id]})`).join(', ')}: about these it says nothing.
        </p>
      )}
      <p>
        <a href={href}>Report {number} in full: pictures, rules, and what changed</a>
      </p>
      <Details summary="Every check, with its counts">
        <p>
          A count from 1 to 4 is shown as &ldquo;between 1 and 4&rdquo;, so that no single patient can be told from it.
        </p>
        <Table
          caption={`Report ${number}: unexplained differences by check and severity`}
          columns={[
            { heading: 'Check' },
            { heading: 'Result' },
            { heading: 'S1', number: true },
            { heading: 'S2', number: true },
            { heading: 'S3', number: true },
            { heading: 'Explained by a rule', number: true },
          ]}
          rows={content.checks.map((c) => {
            const tag = statusTags[c.status]
            const counts = [c.unexplained.S1, c.unexplained.S2, c.unexplained.S3, c.explained]
            return {
              key: c.id,
              cells: [
                `${c.id} ${checkTitles[c.id]}`,
                <Tag colour={tag.colour} key="status">
                  {tag.text}
                </Tag>,
                ...counts.map((n) => (c.status === 'not-run' ? 'not run' : countWords(n))),
              ],
            }
          })}
        />
        <p className="muted">
          Canary: {content.canary?.found ?? 0} of {content.canary?.planted ?? 0} planted losses found. Checker:{' '}
          {content.tool.name} {content.tool.version}. SHA-256 of the file: <code className="hash">{report.sha256}</code>
        </p>
      </Details>
    </section>
  )
}
