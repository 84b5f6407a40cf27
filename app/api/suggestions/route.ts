import { listSuggestions } from '@/lib/catalogue/list-suggestions'
import { visitor } from '@/lib/platform/actor'
import { jsonAnswer } from '@/lib/platform/json-answer'

/** What the search field of the list suggests while somebody types (CAT-5): the same for everybody. */
export async function GET(request: Request): Promise<Response> {
  return jsonAnswer(request, await listSuggestions(visitor, new URL(request.url).searchParams.get('q')))
}
