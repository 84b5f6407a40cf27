import { placeInput } from '@/lib/assurance/evidence-log/log-schema'
import { getProof } from '@/lib/assurance/evidence-log/read-log'
import { jsonAnswer } from '@/lib/platform/json-answer'
import { problemAnswer } from '@/lib/platform/list-answer'

type Props = { params: Promise<{ index: string }> }

/** What verify.mjs reads for one leaf, with `?since=<leaves>` also how the log grew since a checkpoint of that length. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const since = new URL(request.url).searchParams.get('since')
  const [index, older] = [
    placeInput.safeParse((await params).index),
    placeInput.optional().safeParse(since ?? undefined),
  ]
  if (!index.success || !older.success) return problemAnswer(400, 'Not a place', 'A place in the log is a whole number')
  const proof = await getProof(index.data, older.data)
  return proof ? jsonAnswer(request, proof) : problemAnswer(404, 'Not found', 'No checkpoint covers that place yet')
}
