import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { againstSigning, followFindings } from '../non-conformities/follow-findings'
import type { Assessment } from './assessment'
import { maySeeAssessment, maySign } from './assessment-policy'
import type { SendBack, Sign } from './assessment-schema'
import { findAssessment } from './assessment-store'
import type { FindingProposal } from './finding-proposal'
import { type FindingCommand, findingProposalMachine } from './finding-proposal-machine'
import { addFindings, findFindingProposals, moveFindingProposals } from './finding-store'

type Done = Result<{ count: number }>

/** A reviewer signs: from today these are facts (INV-05), and what follows at once follows in the same act (NC-02, NC-03). */
export const signFindings = (ctx: Context, input: Sign): Promise<Done> =>
  transaction((tx) =>
    review(tx, ctx, input, 'sign', null, async (proposals, { moduleVersionId }) => {
      const because = await againstSigning(tx, ctx, moduleVersionId, proposals)
      if (because) return refuse({ kind: 'conflict', because })
      await addFindings(tx, proposals, { reviewerId: ctx.actor.userId, on: dayOf(ctx.now), at: ctx.now })
      await followFindings(tx, ctx, moduleVersionId, proposals)
      return ok(undefined)
    }),
  )

/** A reviewer sends findings back with a comment: they prove nothing, and the assessor may find anew. */
export const sendBackFindings = (ctx: Context, { comment, ...input }: SendBack): Promise<Done> =>
  transaction((tx) => review(tx, ctx, input, 'send-back', comment, async () => ok(undefined)))

async function review(
  tx: Tx,
  ctx: Context,
  { id, findingIds }: Sign,
  command: FindingCommand,
  comment: string | null,
  then: (proposals: FindingProposal[], assessment: Assessment) => Promise<Result<void>>,
): Promise<Done> {
  const assessment = await findAssessment(tx, id)
  if (!assessment || !maySeeAssessment(ctx.actor, assessment)) return refuse({ kind: 'not-found' })
  const proposals = (await findFindingProposals(tx, id)).filter((p) => findingIds.includes(p.id))
  if (proposals.length < new Set(findingIds).size) return refuse({ kind: 'not-found' })
  const assessorIds = proposals.map((p) => p.assessorId)
  const decision = maySign(ctx.actor, assessment, assessorIds)
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  const moved = proposals.find((p) => p.state !== 'found')
  if (moved) return refuse({ kind: 'wrong-state', state: moved.state, command })
  const edge = findingProposalMachine.found[command]
  if ((await moveFindingProposals(tx, findingIds, edge.to, comment)) < proposals.length)
    return refuse({ kind: 'stale' })
  const followed = await then(proposals, assessment)
  if (!followed.ok) return followed
  await record(tx, ctx, {
    name: edge.event,
    about: { type: 'Assessment', id },
    from: 'found',
    to: edge.to,
    data: { moduleVersionId: assessment.moduleVersionId, findingIds },
  })
  return ok({ count: proposals.length })
}
