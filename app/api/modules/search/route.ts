import { readyList } from '@/lib/catalogue/kept-answers'
import { visitor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { readyAnswer } from '@/lib/platform/json-answer'

/** The live read behind the list: the same for everybody, so it asks for no session. */
export async function GET(request: Request): Promise<Response> {
  const ctx = { actor: visitor, now: now(), requestId: newId() }
  return readyAnswer(request, await readyList(ctx, request.url))
}
