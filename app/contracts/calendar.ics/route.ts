import { getNoticeCalendar } from '@/lib/contracts/get-notice-calendar'
import { readContext } from '@/lib/identity/context'

/** The notice dates of the signed-in reader's contracts. A visitor gets none: 404, as for anything they may not see. */
export async function GET(): Promise<Response> {
  const ctx = await readContext()
  if (ctx.actor.kind === 'visitor') return new Response('Not found', { status: 404 })
  const headers = {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="contracts.ics"',
    'cache-control': 'private, no-store',
  }
  return new Response(await getNoticeCalendar(ctx), { headers })
}
