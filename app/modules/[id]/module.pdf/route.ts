import { getModule } from '@/lib/catalogue/get-module'
import { getReferenceNames } from '@/lib/catalogue/get-reference-names'
import { modulePdf } from '@/lib/catalogue/module-file'
import { readContext } from '@/lib/identity/context'
import { dayOf } from '@/lib/platform/days'
import { pdfAnswer, pdfDocument } from '@/lib/platform/pdf-document'
import { refusalProblem } from '@/lib/platform/refusal-problem'

/** A module's page to read or print (CAT-9). */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const ctx = await readContext()
  const module = await getModule(ctx, (await params).id)
  if (!module) return Response.json(refusalProblem({ kind: 'not-found' }), { status: 404 })
  const text = modulePdf(module, await getReferenceNames(ctx.actor), dayOf(ctx.now))
  return pdfAnswer('module.pdf', await pdfDocument(text, ctx.now))
}
