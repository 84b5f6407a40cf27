import { readContext } from '@/lib/identity/context'
import { getContractUsage } from '@/lib/payments/usage/get-contract-usage'
import { usageFilter } from '@/lib/payments/usage/usage-filter'
import { usageCells, usageHeader } from '@/lib/payments/usage/usage-view-rules'
import { csvAnswer, csvText } from '@/lib/platform/csv-text'

/** The recorded use of a contract in a month, for a spreadsheet; whoever is not party to it: 404. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const asked = usageFilter.parse(Object.fromEntries(new URL(request.url).searchParams))
  const usage = await getContractUsage(await readContext(), (await params).id, asked)
  if (!usage) return new Response('Not found', { status: 404 })
  return csvAnswer(`usage-${usage.month.slice(0, 7)}.csv`, csvText(usageHeader, usage.rows.map(usageCells)))
}
