import { shortlistPdf } from '@/lib/comparison/comparison-pdf'
import { getShortlist } from '@/lib/comparison/get-shortlist'
import { readContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { pdfAnswer, pdfDocument } from '@/lib/platform/pdf-document'
import { refusalProblem } from '@/lib/platform/refusal-problem'

/** A shortlist of one's own organisation to read or print; a stranger finds nothing (CAT-9). */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { actor, now } = await readContext()
  const shortlist = await getShortlist(actor, (await params).id)
  if (!shortlist) return Response.json(refusalProblem({ kind: 'not-found' }), { status: 404 })
  return pdfAnswer('shortlist.pdf', await pdfDocument(shortlistPdf(shortlist, dayOf(now)), now))
}
