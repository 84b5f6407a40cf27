import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { isReady } from '../endpoints/endpoint'
import { findEndpointOf } from '../endpoints/endpoint-store'
import { queueRun } from '../runs/ask-for-run'
import type { Challenge } from './challenge'
import { type ChallengeCommand, type ChallengeState, challengeMachine } from './challenge-machine'
import { mayAnswerChallenge, maySeeChallenge } from './challenge-policy'
import type { AnswerChallenge } from './challenge-schema'
import { findChallenge, moveChallenge } from './challenge-store'

/**
 * An assessor accepts a challenge: from today the check must pass again within the days of CL-11. Where the endpoint can be tested,
 * a run is asked for in the same act. Answers the run, where there is one.
 */
export const acceptChallenge = (ctx: Context, input: AnswerChallenge): Promise<Result<{ runId: string | null }>> =>
  transaction(async (tx) => {
    const answered = await answer(tx, ctx, input, 'accept')
    return answered.ok ? ok({ runId: (await testAgain(tx, ctx, answered.value)) ?? null }) : answered
  })

/** An assessor declines it with a reason: it never counted. */
export const declineChallenge = (ctx: Context, input: AnswerChallenge): Promise<Result<Challenge>> =>
  transaction((tx) => answer(tx, ctx, input, 'decline'))

async function answer(
  tx: Tx,
  ctx: Context,
  { id, version, answer }: AnswerChallenge,
  command: 'accept' | 'decline',
): Promise<Result<Challenge>> {
  const challenge = isId(id) ? await findChallenge(tx, id) : undefined
  if (
    !challenge ||
    !maySeeChallenge(ctx.actor, challenge, challenge.state !== 'raised' && challenge.state !== 'declined')
  )
    return refuse({ kind: 'not-found' })
  const may = mayAnswerChallenge(ctx.actor, challenge)
  if (!may.allowed) return refuse({ kind: 'forbidden', because: may.because })
  const edge = next<ChallengeState, ChallengeCommand>(challengeMachine, challenge.state, command)
  if (!edge) return refuse({ kind: 'wrong-state', state: challenge.state, command })
  const change = { state: edge.to, answer, answeredById: ctx.actor.userId, answeredAt: ctx.now }
  const ended = command === 'decline' && { endedOn: dayOf(ctx.now) }
  if (!(await moveChallenge(tx, challenge, version, { ...change, ...ended }))) return refuse({ kind: 'stale' })
  const { moduleVersionId, check } = challenge
  await record(tx, ctx, {
    name: edge.event,
    about: { type: 'Challenge', id },
    from: challenge.state,
    to: edge.to,
    data: { moduleVersionId, check },
  })
  return ok({ ...challenge, ...change, version: version + 1 })
}

async function testAgain(tx: Tx, ctx: Context, { id, moduleVersionId, check }: Challenge): Promise<string | undefined> {
  const endpoint = await findEndpointOf(tx, moduleVersionId)
  if (!endpoint || !isReady(endpoint, dayOf(ctx.now))) return undefined
  return queueRun(tx, ctx, endpoint, { kind: 'CHALLENGE', reason: `Challenge ${id} of check ${check} was accepted` })
}
