import { readContext } from '@/lib/identity/context'
import { getMarket } from '@/lib/insight/get-market'
import { switchesAnswer } from '@/lib/insight/market-answers'
import { visitor } from '@/lib/platform/actor'
import { jsonAnswer } from '@/lib/platform/json-answer'
import { getStatistics } from '@/lib/switching/statistics/get-statistics'

/** Public open data, without a key: switches between the two national lists, and those on this portal. */
export async function GET(request: Request): Promise<Response> {
  const portal = await getStatistics(await readContext())
  const source = 'The record of this portal; null stands for a count that is not shown'
  return jsonAnswer(request, { ...switchesAnswer(await getMarket(visitor)), portal: { source, ...portal } })
}
