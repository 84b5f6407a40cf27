import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { dayWords, instantInWords } from '@/lib/platform/days'
import { type ImportRun, importStateColours, importStateLabels, isUnderWay } from '@/lib/platform/imports/import-run'

/** What is known of a file: its state, its plan or its effect, what the importer counted. */
export function RunSummary({ run }: { run: ImportRun }) {
  const figure = (n: number) => n.toLocaleString('en-GB')
  const plan = `${figure(run.newRows)} new, ${figure(run.changedRows)} changed, ${figure(run.unchangedRows)} unchanged, ${figure(run.absentRows)} absent`
  const counts = Object.entries(run.counts).map(([name, n]) => `${name}: ${figure(n)}`)
  const checked = !isUnderWay(run) && run.errors === 0
  const rows = [
    {
      key: 'State',
      value: (
        <>
          <Tag colour={importStateColours[run.state]}>{importStateLabels[run.state]}</Tag> {run.failure ?? ''}
        </>
      ),
    },
    { key: 'Uploaded', value: instantInWords(run.createdAt) },
    ...(run.asOf ? [{ key: 'Speaks of', value: dayWords(run.asOf) }] : []),
    ...(isUnderWay(run) ? [] : [{ key: 'Rows', value: figure(run.total) }]),
    ...(checked ? [{ key: run.state === 'applied' ? 'Effect' : 'Would be', value: plan }] : []),
    ...(isUnderWay(run)
      ? []
      : [{ key: 'Remarks', value: `${figure(run.errors)} errors, ${figure(run.warnings)} warnings` }]),
    ...(counts.length > 0 ? [{ key: 'Counted', value: counts.join('; ') }] : []),
  ]
  return <SummaryList rows={rows} />
}
