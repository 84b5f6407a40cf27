import { notFound } from 'next/navigation'
import { getPlan } from '@/lib/comparison/plans/get-plan'
import { readContext } from '@/lib/identity/context'

/** How far a plan is: asked again and again by its page while it is computed. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const ctx = await readContext()
  const run = await getPlan(ctx.actor, (await params).id)
  if (!run) notFound()
  const { id, state, progress, limitSeconds } = run
  return Response.json({ id, state, progress, limitSeconds }, { headers: { 'cache-control': 'no-store' } })
}
