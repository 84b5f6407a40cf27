import { readComparison } from '@/lib/comparison/comparison-address'
import { readyComparison } from '@/lib/comparison/ready-comparison'
import { readContext } from '@/lib/identity/context'
import { readyDownload } from '@/lib/platform/json-download'
import { refusalProblem } from '@/lib/platform/refusal-problem'

/** The comparison of the same address for programs (CAT-9). */
export async function GET(request: Request): Promise<Response> {
  const ctx = await readContext()
  const query = readComparison(request.url)
  const result = await readyComparison(ctx, query)
  if (!result.ok) return Response.json(refusalProblem(result.refusal), { status: 422 })
  return readyDownload('comparison.json', ctx.now, query, result.value)
}
