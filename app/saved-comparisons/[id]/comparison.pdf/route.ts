import { savedComparisonPdf } from '@/lib/comparison/comparison-pdf'
import { getSavedComparison } from '@/lib/comparison/saved-comparisons/get-saved-comparison'
import { readContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { pdfAnswer, pdfDocument } from '@/lib/platform/pdf-document'
import { refusalProblem } from '@/lib/platform/refusal-problem'

/** The same to read or print, with what has changed since (CAT-9). */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const ctx = await readContext()
  const saved = await getSavedComparison(ctx, (await params).id)
  if (!saved) return Response.json(refusalProblem({ kind: 'not-found' }), { status: 404 })
  return pdfAnswer('saved-comparison.pdf', await pdfDocument(savedComparisonPdf(saved, dayOf(ctx.now)), ctx.now))
}
