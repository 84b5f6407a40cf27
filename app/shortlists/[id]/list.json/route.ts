import { shortlistRecord } from '@/lib/comparison/comparison-download'
import { getShortlist } from '@/lib/comparison/get-shortlist'
import { readContext } from '@/lib/identity/context'
import { jsonDownload } from '@/lib/platform/json-download'
import { refusalProblem } from '@/lib/platform/refusal-problem'

/** A shortlist of one's own organisation for programs; a stranger finds nothing (CAT-9). */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { actor, now } = await readContext()
  const shortlist = await getShortlist(actor, (await params).id)
  if (!shortlist) return Response.json(refusalProblem({ kind: 'not-found' }), { status: 404 })
  return jsonDownload('shortlist.json', now, { shortlist: shortlist.id }, shortlistRecord(shortlist))
}
