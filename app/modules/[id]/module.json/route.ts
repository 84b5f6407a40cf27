import { getModule } from '@/lib/catalogue/get-module'
import { moduleRecord } from '@/lib/catalogue/module-file'
import { readContext } from '@/lib/identity/context'
import { jsonDownload } from '@/lib/platform/json-download'
import { refusalProblem } from '@/lib/platform/refusal-problem'

/** A module's page for programs (CAT-9). */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const ctx = await readContext()
  const module = await getModule(ctx, (await params).id)
  if (!module) return Response.json(refusalProblem({ kind: 'not-found' }), { status: 404 })
  return jsonDownload('module.json', ctx.now, { module: module.id }, moduleRecord(module))
}
