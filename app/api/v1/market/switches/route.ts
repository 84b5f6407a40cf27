import { getMarket } from '@/lib/insight/get-market'
import { switchesAnswer } from '@/lib/insight/market-answers'
import { visitor } from '@/lib/platform/actor'
import { jsonAnswer } from '@/lib/platform/json-answer'

/** Public open data, without a key. */
export async function GET(request: Request): Promise<Response> {
  return jsonAnswer(request, switchesAnswer(await getMarket(visitor)))
}
