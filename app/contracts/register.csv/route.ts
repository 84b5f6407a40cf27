import { registerCells, registerHeader } from '@/lib/contracts/register/register-download'
import { registerFilter } from '@/lib/contracts/register/register-filter'
import { listForDownload } from '@/lib/contracts/register/search-contracts'
import { readContext } from '@/lib/identity/context'
import { csvAnswer, csvText } from '@/lib/platform/csv-text'

/** The contracts that answer the question, for a spreadsheet. A visitor has none: 404. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await readContext()
  if (ctx.actor.kind === 'visitor') return new Response('Not found', { status: 404 })
  const filter = registerFilter.parse(Object.fromEntries(new URL(request.url).searchParams))
  const rows = await listForDownload(ctx.actor, filter)
  return csvAnswer('contracts.csv', csvText(registerHeader, rows.map(registerCells)))
}
