import { getPlan } from '@/lib/comparison/plans/get-plan'
import { planDownload } from '@/lib/comparison/plans/plan-download'
import { readContext } from '@/lib/identity/context'
import { csvAnswer, csvText } from '@/lib/platform/csv-text'
import { refusalProblem } from '@/lib/platform/refusal-problem'

/** The plans that a run found as a table for a spreadsheet (CAT-9). */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { actor } = await readContext()
  const run = await getPlan(actor, (await params).id)
  if (!run?.outcome) return Response.json(refusalProblem({ kind: 'not-found' }), { status: 404 })
  const { header, rows } = planDownload(run.choice, run.outcome)
  return csvAnswer('plans.csv', csvText(header, rows))
}
