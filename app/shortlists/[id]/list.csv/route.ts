import { shortlistDownload } from '@/lib/comparison/comparison-download'
import { getShortlist } from '@/lib/comparison/get-shortlist'
import { readContext } from '@/lib/identity/context'
import { csvAnswer, csvText } from '@/lib/platform/csv-text'
import { refusalProblem } from '@/lib/platform/refusal-problem'

/** A shortlist of one's own organisation as a table for a spreadsheet; a stranger finds nothing (CAT-9). */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { actor } = await readContext()
  const shortlist = await getShortlist(actor, (await params).id)
  if (!shortlist) return Response.json(refusalProblem({ kind: 'not-found' }), { status: 404 })
  const { header, rows } = shortlistDownload(shortlist)
  return csvAnswer('shortlist.csv', csvText(header, rows))
}
