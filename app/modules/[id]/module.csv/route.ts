import { getModule } from '@/lib/catalogue/get-module'
import { getReferenceNames } from '@/lib/catalogue/get-reference-names'
import { moduleTable } from '@/lib/catalogue/module-file'
import { readContext } from '@/lib/identity/context'
import { csvAnswer, csvText } from '@/lib/platform/csv-text'
import { refusalProblem } from '@/lib/platform/refusal-problem'

/** A module's page as a table for a spreadsheet (CAT-9). */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const ctx = await readContext()
  const module = await getModule(ctx, (await params).id)
  if (!module) return Response.json(refusalProblem({ kind: 'not-found' }), { status: 404 })
  const { header, rows } = moduleTable(module, await getReferenceNames(ctx.actor))
  return csvAnswer('module.csv', csvText(header, rows))
}
