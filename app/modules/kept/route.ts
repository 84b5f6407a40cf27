import { keptPageOfList } from '@/lib/catalogue/kept-page-of-list'
import { now } from '@/lib/platform/clock'

/** The list for readers without a session: the proxy sends them here. It is the same page, drawn once as long as nothing changes. */
export async function GET(request: Request): Promise<Response> {
  return keptPageOfList(request.headers, now())
}
