import { Table } from '@/components/ui/table'
import type { ImportView } from '@/lib/platform/imports/get-import'
import { isUnderWay } from '@/lib/platform/imports/import-run'

/** What the check found, row by row: the first thousand here, all of them as a table to download (IMP-2). */
export function ImportReport({ run }: { run: ImportView }) {
  if (run.report.length === 0) return isUnderWay(run) ? null : <p>The check found nothing to remark.</p>
  const all = run.errors + run.warnings
  return (
    <>
      <p>
        {all > run.report.length
          ? `The first ${run.report.length.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')}. `
          : ''}
        <a href={`/admin/imports/${run.id}/report.csv`}>Download the whole report (CSV)</a>
      </p>
      <Table
        caption="Report of the check"
        columns={[
          { heading: 'Line', number: true },
          { heading: 'Kind' },
          { heading: 'Column' },
          { heading: 'Code' },
          { heading: 'Reason' },
          { heading: 'Value' },
        ]}
        rows={run.report.map((row, i) => ({
          key: String(i),
          cells: [row.line, row.severity, row.column || 'whole line', row.code, row.reason, row.value || 'empty'],
        }))}
      />
    </>
  )
}
