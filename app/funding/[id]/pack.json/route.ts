import { readContext } from '@/lib/identity/context'
import { refusalProblem } from '@/lib/platform/refusal-problem'
import { getPackOfFunding } from '@/lib/procurement/packs/get-pack-of-funding'

export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const ctx = await readContext()
  const pack = await getPackOfFunding(ctx.actor, (await params).id)
  if (!pack) return Response.json(refusalProblem({ kind: 'not-found' }), { status: 404 })
  return new Response(pack, {
    headers: {
      'content-type': 'application/json',
      'content-disposition': 'attachment; filename="decision-pack.json"',
      'cache-control': 'private, no-store',
    },
  })
}
