import 'server-only'
import { canonicalJson } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { isId, newId } from '@/lib/platform/ids'
import { readOneInstant } from '@/lib/platform/one-instant'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { getNeedsProfile } from '../needs-profiles/get-needs-profile'
import type { NeedsProfile } from '../needs-profiles/needs-profile'
import { buildModel, faultOf } from '../optimiser/model/build-model'
import { readChoice } from '../optimiser/model/read-choice'
import { inputHash } from './evidence-rules'
import { limitFor, mostOpenRuns, type PlanRun } from './plan-run'
import { mayAskForPlan, maySeePlan } from './plan-run-policy'
import type { AskOfPlan, RequestPlan, RequestWhatIf } from './plan-run-schema'
import { addPlanRun, countOpenRuns, findPlanRun, findSameRun } from './plan-run-store'
import { takeChoice } from './take-choice'
import { changedChoice } from './what-if-rules'

/** The run that answers: a new one, or one that was asked exactly the same before (RUN-4). */
export type Asked = { id: string; isNew: boolean }

/**
 * Asks for the best plan of a profile, from prices, standings and dependencies as they are at one instant (RUN-1). They are read
 * before the queue is locked: a snapshot that is older than the lock would not see who was faster.
 */
export async function requestPlan(ctx: Context, input: RequestPlan): Promise<Result<Asked>> {
  const taken = await transaction(async (tx) => {
    await readOneInstant(tx)
    const profile = await loadProfile(tx, ctx, input)
    return profile.ok ? takeChoice(tx, ctx, profile.value.content) : profile
  })
  if (!taken.ok) return taken
  return transaction(async (tx) => {
    const loaded = await loadProfile(tx, ctx, input)
    if (!loaded.ok) return loaded
    const { id, version, name, organisationId, content } = loaded.value
    return queueRun(tx, ctx, {
      profile: { id, version, name, organisationId, content },
      choice: taken.value,
      question: { kind: 'best' },
      parentId: null,
      change: null,
    })
  })
}

async function loadProfile(tx: Tx, ctx: Context, { profileId, version }: RequestPlan): Promise<Result<NeedsProfile>> {
  const profile = await getNeedsProfile(ctx.actor, profileId, tx)
  if (!profile) return refuse({ kind: 'not-found' })
  const may = mayAskForPlan(ctx.actor, profile)
  if (!may.allowed) return refuse({ kind: 'forbidden', because: may.because })
  if (profile.state !== 'live') return refuse({ kind: 'wrong-state', state: profile.state, command: 'ask for a plan' })
  return profile.version === version ? ok(profile) : refuse({ kind: 'stale' })
}

/** Asks what the plan would be with one thing changed (RES-4): a child of the run, computed from the same frozen facts. */
export const requestWhatIf = (ctx: Context, { runId, change }: RequestWhatIf): Promise<Result<Asked>> =>
  askOf(ctx, runId, (run) => {
    const choice = changedChoice(run.choice, change)
    return choice.ok ? ok({ choice: choice.value, question: { kind: 'best' }, change }) : choice
  })

/** Asks more of the same choice: the frontier, why a module is not in the plan, when to switch (RES-3, RES-5, MOD-6). */
export const askOfPlan = (ctx: Context, { runId, question }: AskOfPlan): Promise<Result<Asked>> =>
  askOf(ctx, runId, ({ choice }) =>
    question.kind === 'why-not' && !choice.candidates.some(({ moduleId }) => moduleId === question.moduleId)
      ? refuse({ kind: 'invalid', fields: { moduleId: ['Choose a module that was considered'] } })
      : ok({ choice, question, change: null }),
  )

type Child = Pick<PlanRun, 'choice' | 'question' | 'change'>

function askOf(ctx: Context, runId: string, child: (run: PlanRun) => Result<Child>): Promise<Result<Asked>> {
  return transaction(async (tx) => {
    const run = isId(runId) ? await findPlanRun(tx, runId) : undefined
    if (!run || !maySeePlan(ctx.actor, run)) return refuse({ kind: 'not-found' })
    const may = mayAskForPlan(ctx.actor, run)
    if (!may.allowed) return refuse({ kind: 'forbidden', because: may.because })
    const asked = child(run)
    return asked.ok ? queueRun(tx, ctx, { profile: run.profile, parentId: run.id, ...asked.value }) : asked
  })
}

/** Puts it in the queue; what was asked before is not computed again. */
async function queueRun(
  tx: Tx,
  ctx: Context,
  given: Pick<PlanRun, 'profile' | 'choice' | 'question' | 'parentId' | 'change'>,
): Promise<Result<Asked>> {
  const { profile, choice, question, parentId, change } = given
  const { organisationId } = profile
  // MOD-5, EX-1: said at once. The solver itself is loaded by the worker alone.
  const market = readChoice(choice)
  const fault = faultOf(market, buildModel(market))
  if (fault) return refuse({ kind: 'conflict', because: fault })
  const open = await countOpenRuns(tx, organisationId)
  const limitSeconds = limitFor(question, choice.candidates.length)
  const inputSha256 = inputHash({ choice, question, limitSeconds })
  const same = await findSameRun(tx, { profileId: profile.id, inputSha256 })
  if (same) return ok({ id: same.id, isNew: false })
  if (open >= mostOpenRuns)
    return refuse({
      kind: 'conflict',
      because: `${mostOpenRuns} plans of your organisation are waiting or being computed: wait for one, or cancel it`,
    })
  const id = newId()
  await addPlanRun(tx, {
    ...{ id, organisationId, profileId: profile.id, profileVersion: profile.version },
    ...{ parentId, change, inputSha256, limitSeconds },
    profile: canonicalJson(profile),
    choice: canonicalJson(choice),
    question: canonicalJson(question),
    requestedById: ctx.actor.userId,
    queuedAt: ctx.now,
  })
  await record(tx, ctx, {
    name: 'PlanRunRequested',
    about: { type: 'PlanRun', id },
    to: 'queued',
    organisationId,
    data: { profileId: profile.id, parentId, question: question.kind, change: change?.kind ?? null, inputSha256 },
  })
  return ok({ id, isNew: true })
}
