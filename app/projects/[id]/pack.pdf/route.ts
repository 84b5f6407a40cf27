import { readContext } from '@/lib/identity/context'
import { pdfAnswer, pdfDocument } from '@/lib/platform/pdf-document'
import { refusalProblem } from '@/lib/platform/refusal-problem'
import { getPackText } from '@/lib/procurement/competitions/get-pack-text'

/** The decision pack to read or print; made of what was frozen, dated with the decision, so that it is always the same file. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const ctx = await readContext()
  const pack = await getPackText(ctx.actor, (await params).id)
  if (!pack) return Response.json(refusalProblem({ kind: 'not-found' }), { status: 404 })
  return pdfAnswer('decision-pack.pdf', await pdfDocument(pack.text, pack.decidedAt))
}
