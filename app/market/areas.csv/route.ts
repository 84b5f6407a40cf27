import { readContext } from '@/lib/identity/context'
import { getMarket } from '@/lib/insight/get-market'
import { marketTable } from '@/lib/insight/market-download'
import { parseMarketFilter, rankAreas } from '@/lib/insight/market-filter'
import { csvAnswer, csvText } from '@/lib/platform/csv-text'

/** The areas of the market page as a table for a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  const { actor } = await readContext()
  const market = await getMarket(actor)
  const filter = parseMarketFilter(Object.fromEntries(new URL(request.url).searchParams))
  const { header, rows } = marketTable(market, rankAreas(market.areas, filter), filter.weight)
  return csvAnswer('gp-systems-by-area.csv', csvText(header, rows))
}
