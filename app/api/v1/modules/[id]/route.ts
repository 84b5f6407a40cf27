import { readyModule } from '@/lib/catalogue/kept-answers'
import { visitor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { readyAnswer } from '@/lib/platform/json-answer'
import { problemAnswer } from '@/lib/platform/list-answer'

/** Public open data, without a key and the same for everybody. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const ctx = { actor: visitor, now: now(), requestId: newId() }
  const module = await readyModule(ctx, (await params).id)
  return module ? readyAnswer(request, module) : problemAnswer(404, 'Not found', 'No published module has this id')
}
