import { getSavedComparison } from '@/lib/comparison/saved-comparisons/get-saved-comparison'
import { readContext } from '@/lib/identity/context'
import { jsonDownload } from '@/lib/platform/json-download'
import { refusalProblem } from '@/lib/platform/refusal-problem'

/** The same for programs: `frozen` in RFC 8785 order has the hash beside it (CMP-3). */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const ctx = await readContext()
  const saved = await getSavedComparison(ctx, (await params).id)
  if (!saved) return Response.json(refusalProblem({ kind: 'not-found' }), { status: 404 })
  const { name, description, sha256, content, changes } = saved
  const found = { name, description, sha256, frozen: content, changes }
  return jsonDownload('saved-comparison.json', ctx.now, { savedComparison: saved.id }, found)
}
