import { notFound } from 'next/navigation'
import { readContext } from '@/lib/identity/context'
import { mayImport } from '@/lib/identity/imports/import-policy'
import { csvAnswer, csvText } from '@/lib/platform/csv-text'
import { getImport } from '@/lib/platform/imports/get-import'

/** All rows of a report, where the page shows the first thousand (IMP-2). */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const ctx = await readContext()
  const run = await getImport(mayImport(ctx.actor), (await params).id, 'all')
  if (!run) notFound()
  const rows = run.report.map(({ severity, line, column, code, reason, value }) => [
    severity,
    line,
    column,
    code,
    reason,
    value,
  ])
  return csvAnswer(
    `import-report-${run.id}.csv`,
    csvText(['severity', 'line', 'column', 'code', 'reason', 'value'], rows),
  )
}
