import 'server-only'
import type { z } from 'zod'
import type { Context } from '@/lib/platform/context'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { ownEvaluator } from './competition-policy'
import type { interestsInput } from './competition-schema'
import { insertInterest } from './competition-store'
import { loadCompetition } from './get-competition'

/** Says which interests an evaluator has, once and before the first score (A7); a conflict takes them out of the scoring. */
export function declareInterests(ctx: Context, input: z.infer<typeof interestsInput>): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const loaded = await loadCompetition(tx, ctx.actor, input.competitionId, 'score')
    if (!loaded.ok) return loaded
    const { competition } = loaded.value
    const evaluator = ownEvaluator(ctx.actor, competition)
    if (!evaluator)
      return refuse({ kind: 'forbidden', because: 'Only those whom the buyer asked to score can do this' })
    const conflict = input.conflict === 'yes'
    const interest = { evaluatorId: evaluator.id, conflict, statement: input.statement, declaredAt: ctx.now }
    if (!(await insertInterest(tx, interest)))
      return refuse({ kind: 'conflict', because: 'You have declared your interests already; a declaration stands' })
    await record(tx, ctx, {
      name: 'InterestsDeclared',
      about: { type: 'Project', id: competition.projectId },
      organisationId: competition.organisationId,
      data: { competitionId: competition.id, evaluatorId: evaluator.id, conflict },
    })
    return ok({ id: competition.id })
  })
}
