import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Dispute } from './dispute'
import type { DisputeState } from './dispute-machine'

const columns = {
  id: true,
  findingId: true,
  checkFactId: true,
  moduleVersionId: true,
  supplierId: true,
  grounds: true,
  state: true,
  raisedById: true,
  raisedAt: true,
  endedOn: true,
  answer: true,
  answeredById: true,
  outcomeId: true,
  version: true,
} as const
type Row = Omit<Dispute, 'state' | 'endedOn'> & { state: string; endedOn: Date | null }
const disputeOf = (row: Row): Dispute => ({
  ...row,
  state: row.state as DisputeState,
  endedOn: row.endedOn && dayFromDate(row.endedOn),
})

/** One dispute by its id. */
export async function findDispute(tx: Tx, id: string): Promise<Dispute | undefined> {
  const row = await tx.dispute.findUnique({ where: { id }, select: columns })
  return row ? disputeOf(row) : undefined
}

/** Disputes of these suppliers, the newest first; of everybody where none are named. */
export async function findDisputes(tx: Tx, supplierIds?: string[], state?: DisputeState): Promise<Dispute[]> {
  const rows = await tx.dispute.findMany({
    where: { ...(supplierIds && { supplierId: { in: supplierIds } }), ...(state && { state }) },
    select: columns,
    orderBy: [{ raisedAt: 'desc' }, { id: 'asc' }],
    take: 200,
  })
  return rows.map(disputeOf)
}

/** False where that finding is disputed already. */
export async function addDispute(tx: Tx, { endedOn: _, ...dispute }: Dispute): Promise<boolean> {
  return (await tx.dispute.createMany({ data: [dispute], skipDuplicates: true })).count === 1
}

type End =
  | { state: 'upheld'; on: Day; outcomeId: string }
  | { state: 'rejected'; on: Day; answer: string; answeredById: string }
/** The end of a dispute; false where somebody was faster. */
export async function endDispute(
  tx: Tx,
  { id, state }: Dispute,
  version: number,
  { on, ...end }: End,
): Promise<boolean> {
  const { count } = await tx.dispute.updateMany({
    where: { id, version, state },
    data: { ...end, endedOn: dateFromDay(on), version: { increment: 1 } },
  })
  return count === 1
}

const findingColumns = {
  id: true,
  moduleVersionId: true,
  standardVersionId: true,
  requirementId: true,
  capabilityId: true,
  outcome: true,
  foundOn: true,
  reason: true,
  assessorId: true,
  reviewerId: true,
} as const
/** The two people behind a finding; nobody where a machine's run stands for it. */
export const findersOf = (finding: { assessorId: string | null; reviewerId: string | null }): string[] =>
  [finding.assessorId, finding.reviewerId].filter((id) => id !== null)

/** Findings by id, for those who dispute or answer. */
export const findDisputedFindings = (tx: Tx, ids: string[]) =>
  tx.finding.findMany({ where: { id: { in: ids } }, select: findingColumns })

/** Findings of these module versions that say that something is not met, the newest first. */
export const findAdverseFindings = (tx: Tx, moduleVersionIds: string[]) =>
  tx.finding.findMany({
    where: { moduleVersionId: { in: moduleVersionIds }, outcome: 'NOT_MET' },
    select: findingColumns,
    orderBy: { sequence: 'desc' },
    take: 200,
  })

const failedColumns = {
  id: true,
  moduleVersionId: true,
  requirementId: true,
  check: true,
  suiteVersion: true,
  kind: true,
  result: true,
  message: true,
  foundOn: true,
} as const

/** Results of checks by id, for those who dispute or answer. */
export const findDisputedChecks = (tx: Tx, ids: string[]) =>
  tx.checkFact.findMany({ where: { id: { in: ids } }, select: failedColumns })

/** What checks found not to be kept in logged runs of these module versions, the newest first. */
export const findFailedChecks = (tx: Tx, moduleVersionIds: string[]) =>
  tx.checkFact.findMany({
    where: { moduleVersionId: { in: moduleVersionIds }, result: 'FAIL', kind: { not: 'DRYRUN' } },
    select: failedColumns,
    orderBy: { sequence: 'desc' },
    take: 200,
  })
