import { readCalendar } from '@/lib/contracts/calendar/subscribe'
import { readContext } from '@/lib/identity/context'

type Props = { params: Promise<{ token: string }> }

/** A subscription's calendar: whoever has the token reads it, until it is revoked; then, and for any other token, 404. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const text = await readCalendar(await readContext(), (await params).token)
  if (text === undefined) return new Response('Not found', { status: 404 })
  const headers = { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store' }
  return new Response(text, { headers })
}
