import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { record } from '@/lib/platform/record'
import { findWaivedChecks } from '../check-waivers/check-waiver-store'
import { isMandatory, type ModuleFacts } from '../facts'
import { openNonConformity } from '../non-conformities/open-non-conformity'
import { checkedRequirements } from '../runs/check-map-rules'
import type { Run } from '../runs/run'
import { challengeMachine } from './challenge-machine'
import { answersChallenge } from './challenge-rules'
import { findChallenge, findChallenges, moveChallenge } from './challenge-store'

/** Inside the transaction that takes a run in: a challenged check that passes again ends its challenge (CL-11). */
export async function endChallengesByRun(tx: Tx, ctx: Context, run: Run): Promise<void> {
  const passed = new Set(run.report!.results.filter((r) => r.result === 'PASS').map((r) => r.check))
  const accepted = await findChallenges(tx, { moduleVersionIds: [run.moduleVersionId], states: ['accepted'] })
  const { to, event } = challengeMachine.accepted['re-pass']
  for (const challenge of accepted.filter((c) => passed.has(c.check) && answersChallenge(run, c))) {
    const end = { state: to, rePassedRunId: run.id, endedOn: dayOf(ctx.now) }
    if (!(await moveChallenge(tx, challenge, challenge.version, end))) continue
    const { id, moduleVersionId, check } = challenge
    const data = { moduleVersionId, check, runId: run.id }
    await record(tx, ctx, { name: event, about: { type: 'Challenge', id }, from: challenge.state, to, data })
  }
}

/**
 * Inside the transaction that records the miss of CL-11: the challenge has failed, and what must be kept of that check is open
 * against the module, unless two officers hold the check to be wrong by now.
 */
export async function failChallenge(tx: Tx, ctx: Context, challengeId: string, facts: ModuleFacts): Promise<void> {
  const challenge = await findChallenge(tx, challengeId)
  const { to, event } = challengeMachine.accepted.fail
  const today = dayOf(ctx.now)
  if (challenge?.state !== 'accepted') return
  if (!(await moveChallenge(tx, challenge, challenge.version, { state: to, endedOn: today }))) return
  const { moduleVersionId, check } = challenge
  const newest = facts.checks.findLast((c) => c.check === check)
  const waived = newest?.suiteVersion ? await findWaivedChecks(tx, newest.suiteVersion, today) : new Set()
  const broken = waived.has(check) ? [] : checkedRequirements(facts, today)
  const opened: string[] = []
  for (const { standardVersionId, requirementId, requirement } of broken) {
    if (!isMandatory(requirement) || !requirement.checks.some((c) => c.id === check)) continue
    const summary = `${check} was challenged, the challenge was accepted, and the check did not pass again in time`
    const of = { moduleVersionId, standardVersionId, requirementId }
    opened.push((await openNonConformity(tx, ctx, { ...of, source: 'CHALLENGE', summary, determinedOn: today })).id)
  }
  const data = { moduleVersionId, check, opened }
  await record(tx, ctx, { name: event, about: { type: 'Challenge', id: challenge.id }, from: 'accepted', to, data })
}
