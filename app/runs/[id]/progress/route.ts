import { notFound } from 'next/navigation'
import { getRun } from '@/lib/assurance/runs/get-run'
import { readContext } from '@/lib/identity/context'

/** How far a run is: asked again and again by its page while it lasts. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const ctx = await readContext()
  const run = await getRun(ctx, (await params).id)
  if (!run) notFound()
  const { id, state, kind, progress } = run
  return Response.json({ id, state, kind, progress }, { headers: { 'cache-control': 'no-store' } })
}
