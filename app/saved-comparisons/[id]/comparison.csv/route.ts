import { getSavedComparison } from '@/lib/comparison/saved-comparisons/get-saved-comparison'
import { savedComparisonTable } from '@/lib/comparison/saved-comparisons/saved-comparison-rules'
import { readContext } from '@/lib/identity/context'
import { csvAnswer, csvText } from '@/lib/platform/csv-text'
import { refusalProblem } from '@/lib/platform/refusal-problem'

/** A saved comparison of one's own organisation, as it was, as a table for a spreadsheet; a stranger finds nothing (CAT-9). */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const saved = await getSavedComparison(await readContext(), (await params).id)
  if (!saved) return Response.json(refusalProblem({ kind: 'not-found' }), { status: 404 })
  const { header, rows } = savedComparisonTable(saved.content)
  return csvAnswer('saved-comparison.csv', csvText(header, rows))
}
