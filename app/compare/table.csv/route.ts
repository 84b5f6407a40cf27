import { compareModules } from '@/lib/comparison/compare-modules'
import { readComparison } from '@/lib/comparison/comparison-address'
import { comparisonDownload } from '@/lib/comparison/comparison-download'
import { readContext } from '@/lib/identity/context'
import { csvAnswer, csvText } from '@/lib/platform/csv-text'
import { refusalProblem } from '@/lib/platform/refusal-problem'

/** The comparison of the same address as a table for a spreadsheet (CAT-9). */
export async function GET(request: Request): Promise<Response> {
  const { m, n, term } = readComparison(request.url)
  const result = await compareModules(await readContext(), m, { patients: n, term })
  if (!result.ok) return Response.json(refusalProblem(result.refusal), { status: 422 })
  const { header, rows } = comparisonDownload(result.value)
  return csvAnswer('comparison.csv', csvText(header, rows))
}
