import { getPlan } from '@/lib/comparison/plans/get-plan'
import { planRecord } from '@/lib/comparison/plans/plan-download'
import { readContext } from '@/lib/identity/context'
import { jsonDownload } from '@/lib/platform/json-download'
import { refusalProblem } from '@/lib/platform/refusal-problem'

/** The same for programs. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { actor, now } = await readContext()
  const run = await getPlan(actor, (await params).id)
  if (!run?.outcome) return Response.json(refusalProblem({ kind: 'not-found' }), { status: 404 })
  return jsonDownload('plans.json', now, { plan: run.id, question: run.question }, planRecord(run.choice, run.outcome))
}
