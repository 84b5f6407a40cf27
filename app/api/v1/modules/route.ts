import { listPublicModules } from '@/lib/catalogue/list-public'
import { readContext } from '@/lib/identity/context'
import { listAnswer } from '@/lib/platform/list-answer'

/** Public open data, without a key. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await readContext()
  return listAnswer(request, (after, limit) => listPublicModules(ctx, after, limit))
}
