import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Outcome } from '../optimiser/choice'
import type { PlanProgress, PlanRun, PlanState, PlanSummary, WhatIf } from './plan-run'

const columns = {
  id: true,
  organisationId: true,
  profileId: true,
  profileVersion: true,
  parentId: true,
  change: true,
  profile: true,
  choice: true,
  question: true,
  inputSha256: true,
  limitSeconds: true,
  state: true,
  attempt: true,
  progress: true,
  failure: true,
  outcome: true,
  evidenceSha256: true,
  requestedById: true,
  queuedAt: true,
  startedAt: true,
  endedAt: true,
  version: true,
  profileOf: { select: { sharedWithId: true } },
} as const

/** One by its id, whoever asks: the policy decides. */
export async function findPlanRun(tx: Tx, id: string): Promise<PlanRun | undefined> {
  const row = await tx.planRun.findUnique({ where: { id }, select: columns })
  if (!row) return undefined
  const { profileOf, profile, choice, question, change, progress, outcome, state, ...rest } = row
  return {
    ...rest,
    state: state as PlanState,
    sharedWithId: profileOf.sharedWithId,
    profile: JSON.parse(profile),
    choice: JSON.parse(choice),
    question: JSON.parse(question),
    change: change as WhatIf | null,
    progress: progress as PlanProgress | null,
    outcome: outcome as Outcome | null,
  }
}

/** The runs of a profile, or the children of a run; the newest first. */
export async function findPlanRuns(tx: Tx, of: { profileId: string } | { parentId: string }): Promise<PlanSummary[]> {
  const rows = await tx.planRun.findMany({
    where: of,
    select: { id: true, state: true, question: true, change: true, queuedAt: true, parentId: true, outcome: true },
    orderBy: [{ queuedAt: 'desc' }, { id: 'asc' }],
    take: 100,
  })
  return rows.map(({ outcome, question, change, state, ...row }) => ({
    ...row,
    state: state as PlanState,
    question: JSON.parse(question),
    change: change as WhatIf | null,
    costPence: (outcome as Outcome | null)?.plan?.costPence ?? null,
  }))
}

/** The bytes that the evidence hash is of. */
export async function findEvidence(tx: Tx, id: string): Promise<string | undefined> {
  return (await tx.planRun.findUnique({ where: { id }, select: { evidence: true } }))?.evidence ?? undefined
}

/** How many runs an organisation has open, counted under a lock until the transaction ends (RUN-4). */
export async function countOpenRuns(tx: Tx, organisationId: string): Promise<number> {
  await tx.$queryRaw`select 1 as locked from (select pg_advisory_xact_lock(hashtext('plan runs ' || ${organisationId}))) l`
  return tx.planRun.count({ where: { organisationId, state: { in: ['queued', 'running'] } } })
}

/** The run of this profile that was asked exactly the same and did not come to nothing (RUN-4). */
export async function findSameRun(
  tx: Tx,
  { profileId, inputSha256 }: Pick<PlanRun, 'profileId' | 'inputSha256'>,
): Promise<{ id: string } | undefined> {
  const row = await tx.planRun.findFirst({
    where: { profileId, inputSha256, state: { notIn: ['cancelled', 'failed', 'undecided'] } },
    select: { id: true },
    orderBy: [{ queuedAt: 'desc' }, { id: 'asc' }],
  })
  return row ?? undefined
}

type Texts = { profile: string; choice: string; question: string }
type New = Pick<
  PlanRun,
  | 'id'
  | 'organisationId'
  | 'profileId'
  | 'profileVersion'
  | 'parentId'
  | 'inputSha256'
  | 'limitSeconds'
  | 'requestedById'
  | 'queuedAt'
> & { change: WhatIf | null }
export async function addPlanRun(tx: Tx, { change, ...run }: New & Texts): Promise<void> {
  await tx.planRun.create({
    data: { ...run, ...(change && { change }), state: 'queued' },
    select: { id: true },
  })
}

type Change = Partial<
  Pick<PlanRun, 'state' | 'attempt' | 'startedAt' | 'endedAt' | 'failure' | 'evidenceSha256'> & {
    heardAt: Date
    evidence: string
    outcome: object
  }
>
/** False where somebody was faster. */
export async function movePlanRun(tx: Tx, id: string, version: number, change: Change): Promise<boolean> {
  const data = { ...change, version: { increment: 1 } }
  return (await tx.planRun.updateMany({ where: { id, version }, data })).count === 1
}

/** How far it is, and that it lives; false where it is running no more, or was begun again by another. */
export async function saveProgress(
  tx: Tx,
  { id, attempt }: Pick<PlanRun, 'id' | 'attempt'>,
  progress: PlanProgress | null,
  at: Date,
): Promise<boolean> {
  const data = { heardAt: at, ...(progress && { progress }) }
  return (await tx.planRun.updateMany({ where: { id, attempt, state: 'running' }, data })).count === 1
}

/** The run to compute next: the oldest that waits, or one whose worker has not been heard of since. */
export async function findNextRun(tx: Tx, silentSince: Date, but: string[]): Promise<PlanRun | undefined> {
  const row = await tx.planRun.findFirst({
    where: {
      id: { notIn: but },
      OR: [{ state: 'queued' }, { state: 'running', heardAt: { lt: silentSince } }],
    },
    select: { id: true },
    orderBy: [{ queuedAt: 'asc' }, { id: 'asc' }],
  })
  return row ? findPlanRun(tx, row.id) : undefined
}
