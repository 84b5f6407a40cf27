import { placeInput } from '@/lib/assurance/evidence-log/log-schema'
import { getCheckpoint } from '@/lib/assurance/evidence-log/read-log'
import { problemAnswer } from '@/lib/platform/list-answer'

/**
 * The newest checkpoint as a signed note (C2SP tlog-checkpoint), for those who keep it; with `?since=<leaves>` for witnesses, who
 * get the proof of how the log grew before it.
 */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('since')
  const since = placeInput.optional().safeParse(asked ?? undefined)
  if (!since.success) return problemAnswer(400, 'Not a length', 'A length of the log is a whole number')
  const note = await getCheckpoint(since.data)
  if (note === 'shorter') return problemAnswer(409, 'Shorter', 'The newest checkpoint has fewer leaves than that')
  // A witness waits for the newest; who only keeps it can wait a minute.
  const cached = since.data === undefined ? 'public, max-age=60' : 'no-store'
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': cached }
  return note === undefined
    ? new Response('There is no checkpoint yet\n', { status: 404, headers })
    : new Response(note, { headers })
}
