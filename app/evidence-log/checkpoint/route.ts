import { getLogState } from '@/lib/assurance/evidence-log/read-log'

/** The newest checkpoint as a signed note (C2SP tlog-checkpoint), for witnesses and for those who keep it. */
export async function GET(): Promise<Response> {
  const { checkpoint } = await getLogState()
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=60' }
  return checkpoint
    ? new Response(checkpoint.note, { headers })
    : new Response('There is no checkpoint yet\n', { status: 404, headers })
}
