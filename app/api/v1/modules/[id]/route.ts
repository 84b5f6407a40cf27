import { getPublicModule } from '@/lib/catalogue/list-public'
import { readContext } from '@/lib/identity/context'
import { jsonAnswer } from '@/lib/platform/json-answer'
import { problemAnswer } from '@/lib/platform/list-answer'

/** Public open data, without a key. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const module = await getPublicModule(await readContext(), (await params).id)
  return module ? jsonAnswer(request, module) : problemAnswer(404, 'Not found', 'No published module has this id')
}
