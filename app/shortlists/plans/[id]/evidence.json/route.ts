import { notFound } from 'next/navigation'
import { getPlanEvidence } from '@/lib/comparison/plans/get-plan'
import { readContext } from '@/lib/identity/context'

/** The evidence of a plan: the very bytes that its hash is of (EX-7). */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const ctx = await readContext()
  const { id } = await params
  const evidence = await getPlanEvidence(ctx.actor, id)
  if (!evidence) notFound()
  return new Response(evidence, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="plan-${id}.json"`,
      'cache-control': 'private, no-store',
    },
  })
}
