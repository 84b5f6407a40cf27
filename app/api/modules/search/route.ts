import { listModulesShown } from '@/lib/catalogue/list-modules-shown'
import { parseAddress } from '@/lib/catalogue/module-filter-rules'
import { visitor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { jsonAnswer } from '@/lib/platform/json-answer'

/** The live read behind the list: the same for everybody, so it asks for no session. */
export async function GET(request: Request): Promise<Response> {
  const { filter, ignored } = parseAddress(request.url)
  const ctx = { actor: visitor, now: now(), requestId: newId() }
  return jsonAnswer(request, { ...(await listModulesShown(ctx, filter)), ignored })
}
