import 'server-only'
import type { z } from 'zod'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { Competition } from './competition'
import { mayRunCompetition } from './competition-policy'
import type { inviteInput, releaseInput } from './competition-schema'
import { holdCompetition, insertEvaluator, releaseEvaluatorRow } from './competition-store'
import { loadCompetition } from './get-competition'
import { listCandidates } from './list-candidates'

type Answer = Promise<Result<{ id: string }>>

/** Asks somebody of the buyer, or of its commissioner, to score (COM-5). */
export function inviteEvaluator(ctx: Context, input: z.infer<typeof inviteInput>): Answer {
  return transaction(async (tx) => {
    const loaded = await loadForBuyer(tx, ctx, input.competitionId)
    if (!loaded.ok) return loaded
    const competition = loaded.value
    const candidates = await listCandidates(tx, ctx, competition.organisationId)
    if (!candidates.some(({ id }) => id === input.personId))
      return invalidField('personId', 'Choose somebody of your practice or of your commissioner')
    const evaluator = { id: newId(), competitionId: competition.id, personId: input.personId }
    if (!(await insertEvaluator(tx, { ...evaluator, invitedById: ctx.actor.userId, invitedAt: ctx.now })))
      return invalidField('personId', 'They were asked already')
    await tell(tx, ctx, competition, 'EvaluatorInvited', evaluator.id)
    return ok({ id: competition.id })
  })
}

/** Lets somebody go who cannot score, with the reason; what they scored stays to be read and counts no more. */
export function releaseEvaluator(ctx: Context, input: z.infer<typeof releaseInput>): Answer {
  return transaction(async (tx) => {
    const loaded = await loadForBuyer(tx, ctx, input.competitionId)
    if (!loaded.ok) return loaded
    const competition = loaded.value
    const evaluator = competition.evaluators.find(({ id }) => id === input.evaluatorId)
    if (!evaluator) return refuse({ kind: 'not-found' })
    if (!(await releaseEvaluatorRow(tx, evaluator.id, input.reason, ctx.now))) return refuse({ kind: 'stale' })
    await tell(tx, ctx, competition, 'EvaluatorReleased', evaluator.id)
    return ok({ id: competition.id })
  })
}

async function loadForBuyer(tx: Tx, ctx: Context, id: string): Promise<Result<Competition>> {
  const loaded = await loadCompetition(tx, ctx.actor, id, 'score')
  if (!loaded.ok) return loaded
  const { competition } = loaded.value
  const decision = mayRunCompetition(ctx.actor, competition)
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  await holdCompetition(tx, competition.id)
  return ok(competition)
}

const tell = (
  tx: Tx,
  ctx: Context,
  { projectId, organisationId, id }: Competition,
  name: string,
  evaluatorId: string,
) =>
  record(tx, ctx, {
    name,
    about: { type: 'Project', id: projectId },
    organisationId,
    data: { competitionId: id, evaluatorId },
  })
