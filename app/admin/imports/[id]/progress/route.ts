import { notFound } from 'next/navigation'
import { readContext } from '@/lib/identity/context'
import { mayImport } from '@/lib/identity/imports/import-policy'
import { getImport } from '@/lib/platform/imports/get-import'

/** How far an import is: asked again and again by its page while the worker is busy with it. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const ctx = await readContext()
  const run = await getImport(mayImport(ctx.actor), (await params).id)
  if (!run) notFound()
  const { id, state, checked, written, total } = run
  return Response.json({ id, state, checked, written, total }, { headers: { 'cache-control': 'no-store' } })
}
