import { InsetText } from '@/components/ui/inset-text'
import { checkTitles } from '@/lib/reconciliation/checks'
import { countWords } from '@/lib/reconciliation/report'
import { verdictSentence } from '@/lib/switching/reports/check-words'
import type { ReportPage } from '@/lib/switching/reports/get-report'
import { changeWords } from '@/lib/switching/reports/report-changes-rules'
import { CheckTable } from './check-table'
import { CanaryFacts, ClassTable, LinkFacts, RuleTable, RunFacts } from './report-facts'
import { MonthPicture, TypePicture } from './report-pictures'
import { SampleLimits } from './sample-limits'

/** All that a verified report says, in the order in which a clinical lead decides. */
export function ReportBody({ page }: { page: ReportPage }) {
  const { report } = page
  const { content } = report
  return (
    <>
      <Verdict page={page} />
      <h2 className="nhsuk-heading-m">Check by check</h2>
      <CheckTable report={report} before={page.before} />
      <h2 className="nhsuk-heading-m">What happened to the records</h2>
      <ClassTable content={content} />
      <h2 className="nhsuk-heading-m">What the rules explain</h2>
      <RuleTable content={content} />
      <h2 className="nhsuk-heading-m">Records by kind</h2>
      <TypePicture content={content} />
      <h2 className="nhsuk-heading-m">Records by month</h2>
      <MonthPicture months={content.months} />
      <h2 className="nhsuk-heading-m">Links between records</h2>
      <LinkFacts content={content} />
      <h2 className="nhsuk-heading-m">Would it have found a loss?</h2>
      <CanaryFacts content={content} />
      <h2 className="nhsuk-heading-m">What a sample cannot show</h2>
      <SampleLimits patients={content.source.patients} />
      <h2 className="nhsuk-heading-m">Where it comes from</h2>
      <RunFacts report={report} />
    </>
  )
}

function Verdict({ page: { report, before, of } }: { page: ReportPage }) {
  const { content } = report
  const { S1, S2, S3 } = content.totals.unexplained
  const notRun = content.checks.filter((c) => c.status === 'not-run')
  return (
    <>
      <InsetText>
        <p>
          <strong>{verdictSentence(content)}</strong>
        </p>
        <p>
          Unexplained: S1 {countWords(S1)}, S2 {countWords(S2)}, S3 {countWords(S3)}.{' '}
          {S1 === 0
            ? 'No difference that could harm a patient is left without an explanation.'
            : 'A difference that could harm a patient stops the switch until it is fixed or explained.'}
        </p>
        {report.counts ? null : (
          <p>
            This report no longer counts: its manifests have been replaced, a later run took its place, or its key was
            revoked.
          </p>
        )}
      </InsetText>
      {content.complete ? null : (
        <p>
          <strong>This report is not complete.</strong> Of the checks of the engine it did not run all, and about these
          it says nothing: {notRun.map((c) => `${c.id} (${checkTitles[c.id]})`).join(', ')}.
        </p>
      )}
      {before ? (
        <p>
          Compared with <a href={`/switches/${of.id}/reports/${before.id}`}>report {before.number}</a>, the run before
          over other data: {changeSummary(before.changes)}.
        </p>
      ) : (
        <p>There is no earlier run over other data to compare it with.</p>
      )}
    </>
  )
}

function changeSummary(changes: NonNullable<ReportPage['before']>['changes']): string {
  const parts = (Object.keys(changeWords) as (keyof typeof changeWords)[]).flatMap((change) => {
    const ids = [...changes].filter(([, is]) => is === change).map(([id]) => id)
    if (change === 'same' || ids.length === 0) return []
    return `${changeWords[change].toLowerCase()} in ${ids.join(', ')}`
  })
  return parts.length === 0 ? 'every check stands where it stood' : parts.join('; ')
}
