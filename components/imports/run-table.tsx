import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { instantInWords } from '@/lib/platform/days'
import { type ImportRun, importStateColours, importStateLabels } from '@/lib/platform/imports/import-run'

/** The history of imports, the newest first. */
export function RunTable({ runs }: { runs: ImportRun[] }) {
  if (runs.length === 0) return <p>Nothing has been imported yet.</p>
  const figure = (n: number) => n.toLocaleString('en-GB')
  return (
    <Table
      caption="The latest imports"
      hideCaption
      columns={[
        { heading: 'File' },
        { heading: 'Kind' },
        { heading: 'When' },
        { heading: 'State' },
        { heading: 'Rows', number: true },
        { heading: 'New', number: true },
        { heading: 'Changed', number: true },
        { heading: 'Errors', number: true },
      ]}
      rows={runs.map((run) => ({
        key: run.id,
        cells: [
          <a href={`/admin/imports/${run.id}`} key="a">
            {run.fileName}
          </a>,
          run.kind,
          instantInWords(run.createdAt),
          <Tag colour={importStateColours[run.state]} key="t">
            {importStateLabels[run.state]}
          </Tag>,
          figure(run.total),
          figure(run.newRows),
          figure(run.changedRows),
          figure(run.errors),
        ],
      }))}
    />
  )
}
