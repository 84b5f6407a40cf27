import { keptPage } from '@/lib/catalogue/kept-page'
import { now } from '@/lib/platform/clock'

/** Pages of the catalogue for readers without a session: the proxy sends them here. The same page, drawn once as long as nothing changes. */
export async function GET(request: Request): Promise<Response> {
  return keptPage(request.headers, now())
}
