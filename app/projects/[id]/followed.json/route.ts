import { readContext } from '@/lib/identity/context'
import { canonicalJson } from '@/lib/platform/canonical-json'
import { refusalProblem } from '@/lib/platform/refusal-problem'
import { getWhatFollowed } from '@/lib/procurement/packs/get-what-followed'

export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const followed = await getWhatFollowed(await readContext(), (await params).id)
  if (!followed) return Response.json(refusalProblem({ kind: 'not-found' }), { status: 404 })
  return new Response(canonicalJson(followed), {
    headers: {
      'content-type': 'application/json',
      'content-disposition': 'attachment; filename="decision-followed.json"',
      'cache-control': 'private, no-store',
    },
  })
}
