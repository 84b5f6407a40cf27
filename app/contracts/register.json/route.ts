import { registerFilter } from '@/lib/contracts/register/register-filter'
import { listForDownload } from '@/lib/contracts/register/search-contracts'
import { readContext } from '@/lib/identity/context'
import { jsonDownload } from '@/lib/platform/json-download'

/** The contracts that answer the question, for programs. A visitor has none: 404. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await readContext()
  if (ctx.actor.kind === 'visitor') return new Response('Not found', { status: 404 })
  const filter = registerFilter.parse(Object.fromEntries(new URL(request.url).searchParams))
  const contracts = await listForDownload(ctx.actor, filter)
  return jsonDownload('contracts.json', ctx.now, filter, { contracts })
}
