import { readContext } from '@/lib/identity/context'
import { countUnread } from '@/lib/notifications/bell/list-notifications'

/** The number on the bell, each reader their own; nobody who is not signed in has any. */
export async function GET(): Promise<Response> {
  const { actor } = await readContext()
  return Response.json({ unread: await countUnread(actor) }, { headers: { 'cache-control': 'private, no-store' } })
}
