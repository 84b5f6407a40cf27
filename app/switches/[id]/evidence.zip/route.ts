import { readContext } from '@/lib/identity/context'
import { refusalProblem } from '@/lib/platform/refusal-problem'
import { getEvidencePack } from '@/lib/switching/pack/get-evidence-pack'

/** The evidence of a switch (EV-01), for its parties. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { actor } = await readContext()
  const pack = await getEvidencePack(actor, (await params).id)
  if (!pack) return Response.json(refusalProblem({ kind: 'not-found' }), { status: 404 })
  return new Response(new Uint8Array(pack), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="evidence-of-switch.zip"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}
