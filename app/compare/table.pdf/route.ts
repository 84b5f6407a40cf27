import { compareModules } from '@/lib/comparison/compare-modules'
import { readComparison } from '@/lib/comparison/comparison-address'
import { comparisonPdf } from '@/lib/comparison/comparison-pdf'
import { readContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { pdfAnswer, pdfDocument } from '@/lib/platform/pdf-document'
import { refusalProblem } from '@/lib/platform/refusal-problem'

/** The comparison of the same address to read or print (CAT-9). */
export async function GET(request: Request): Promise<Response> {
  const ctx = await readContext()
  const { m, n, term } = readComparison(request.url)
  const result = await compareModules(ctx, m, { patients: n, term })
  if (!result.ok) return Response.json(refusalProblem(result.refusal), { status: 422 })
  const { modules, lines } = result.value
  const names = modules.map((module) => module.listing.name)
  return pdfAnswer('comparison.pdf', await pdfDocument(comparisonPdf(names, lines, dayOf(ctx.now)), ctx.now))
}
