import 'server-only'
import type { Context } from '@/lib/platform/context'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { agreedSheet, type Competition, type Evaluator, type Score } from './competition'
import { mayScore, ownEvaluator } from './competition-policy'
import type { ScoresInput } from './competition-schema'
import { findCompetition, findScores, holdCompetition, insertScores } from './competition-store'
import { criteriaOf } from './criteria-rules'
import { loadCompetition } from './get-competition'
import { areAllIn, isValueOf, newestScores, scoreOn } from './sheet-rules'

/**
 * Scores of one entry: an evaluator's own, or those that were agreed once everybody's own are in (COM-5). A score is never
 * changed: another takes its place, and both stay to be read.
 */
export function recordScores(ctx: Context, input: ScoresInput): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const loaded = await loadCompetition(tx, ctx.actor, input.competitionId, 'score')
    if (!loaded.ok) return loaded
    const evaluator = ownEvaluator(ctx.actor, loaded.value.competition)
    const decision = mayScore(evaluator)
    if (!decision.allowed || !evaluator)
      return refuse({ kind: 'forbidden', because: decision.allowed ? '' : decision.because })
    await holdCompetition(tx, input.competitionId)
    const competition = (await findCompetition(tx, { id: input.competitionId }))!
    if (competition.offersClosedAt === null || competition.scoresOpenedAt !== null)
      return refuse({
        kind: 'conflict',
        because: 'Scores are given between the last day for offers and the end of the scoring',
      })
    if (!competition.entrants.some(({ entryId }) => entryId === input.entryId)) return refuse({ kind: 'not-found' })
    const scores = await findScores(tx, competition.id)
    if (input.sheet === 'agreed' && !areAllIn(competition, scores))
      return refuse({ kind: 'conflict', because: 'First every evaluator scores alone; then you agree on one score' })
    const sheet = input.sheet === 'agreed' ? agreedSheet : evaluator.id
    if (scores.filter((s) => s.sheet === sheet && s.entryId === input.entryId).length !== input.seen)
      return refuse({ kind: 'stale' })
    const given = scoresOf(competition, scores, evaluator, sheet, input, ctx.now)
    if (!given.ok) return given
    if (!(await insertScores(tx, competition.id, given.value))) return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: loaded.value.event,
      about: { type: 'Project', id: competition.projectId },
      from: 'competing',
      to: 'competing',
      organisationId: competition.organisationId,
      data: { competitionId: competition.id, entryId: input.entryId, agreed: input.sheet === 'agreed' },
    })
    return ok({ id: competition.id })
  })
}

function scoresOf(
  competition: Competition,
  before: Score[],
  { id: evaluatorId }: Evaluator,
  sheet: string,
  { entryId, scores }: ScoresInput,
  givenAt: Date,
): Result<Score[]> {
  const newest = newestScores(before)
  const given: Score[] = []
  for (const [criterionId, { value, reason }] of Object.entries(scores)) {
    const criterion = criteriaOf(competition).find(({ id }) => id === criterionId)
    if (!criterion) return refuse({ kind: 'not-found' })
    if (!isValueOf(criterion, value)) return invalidField(`value-${criterionId}`, 'Choose one of the scores')
    const old = scoreOn(newest, sheet, entryId, criterionId)
    if (old && old.value === value && old.reason === reason) continue
    given.push({ entryId, criterionId, sheet, number: (old?.number ?? 0) + 1, value, reason, evaluatorId, givenAt })
  }
  if (given.length > 0) return ok(given)
  return refuse({ kind: 'conflict', because: 'There is no new score to record' })
}
