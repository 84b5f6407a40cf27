import { compareModules } from '@/lib/comparison/compare-modules'
import { readComparison } from '@/lib/comparison/comparison-address'
import { comparisonRecord } from '@/lib/comparison/comparison-download'
import { readContext } from '@/lib/identity/context'
import { jsonDownload } from '@/lib/platform/json-download'
import { refusalProblem } from '@/lib/platform/refusal-problem'

/** The comparison of the same address for programs (CAT-9). */
export async function GET(request: Request): Promise<Response> {
  const ctx = await readContext()
  const query = readComparison(request.url)
  const result = await compareModules(ctx, query.m, { patients: query.n, term: query.term })
  if (!result.ok) return Response.json(refusalProblem(result.refusal), { status: 422 })
  return jsonDownload('comparison.json', ctx.now, query, comparisonRecord(result.value))
}
