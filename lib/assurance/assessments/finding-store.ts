import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { FindingProposal, FindingState, Outcome } from './finding-proposal'

const columns = {
  id: true,
  assessmentId: true,
  moduleVersionId: true,
  standardVersionId: true,
  requirementId: true,
  capabilityId: true,
  outcome: true,
  reason: true,
  validUntil: true,
  evidenceIds: true,
  correctsId: true,
  assessorId: true,
  state: true,
  comment: true,
} as const

/** Everything found in an assessment, the oldest first. */
export async function findFindingProposals(tx: Tx, assessmentId: string): Promise<FindingProposal[]> {
  const rows = await tx.findingProposal.findMany({
    where: { assessmentId },
    select: columns,
    orderBy: [{ foundAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    ...row,
    outcome: row.outcome as Outcome,
    state: row.state as FindingState,
    validUntil: row.validUntil && dayFromDate(row.validUntil),
  }))
}

/** How many findings of each assessment wait for a reviewer. */
export async function countUnsigned(tx: Tx, assessmentIds: string[]): Promise<Map<string, number>> {
  const rows = await tx.findingProposal.groupBy({
    by: ['assessmentId'],
    where: { assessmentId: { in: assessmentIds }, state: 'found' },
    _count: true,
  })
  return new Map(rows.map((row) => [row.assessmentId, row._count]))
}

/** How many were written: fewer than given where one of the same subject waits already. */
export async function addFindingProposals(tx: Tx, proposals: FindingProposal[], at: Date): Promise<number> {
  const { count } = await tx.findingProposal.createMany({
    data: proposals.map((p) => ({ ...p, validUntil: p.validUntil && dateFromDay(p.validUntil), foundAt: at })),
    skipDuplicates: true,
  })
  return count
}

/** How many moved: fewer than given where somebody was faster. */
export async function moveFindingProposals(tx: Tx, ids: string[], state: FindingState, comment: string | null) {
  const { count } = await tx.findingProposal.updateMany({
    where: { id: { in: ids }, state: 'found' },
    data: { state, comment, version: { increment: 1 } },
  })
  return count
}

/** Writes the signed findings: from here on they are facts and are never changed. */
export async function addFindings(
  tx: Tx,
  proposals: FindingProposal[],
  signed: { reviewerId: string; on: Day; at: Date },
): Promise<void> {
  await tx.finding.createMany({
    data: proposals.map(({ assessmentId: _, state: __, comment: ___, validUntil, ...finding }) => ({
      ...finding,
      validUntil: validUntil && dateFromDay(validUntil),
      reviewerId: signed.reviewerId,
      foundOn: dateFromDay(signed.on),
      recordedAt: signed.at,
    })),
  })
}

type Known = { id: string; standardVersionId: string | null; requirementId: string | null; capabilityId: string | null }
/** Signed findings of a module version, the oldest first: what a new one corrects. */
export const findSignedFindings = (tx: Tx, moduleVersionId: string): Promise<Known[]> =>
  tx.finding.findMany({
    where: { moduleVersionId },
    select: { id: true, standardVersionId: true, requirementId: true, capabilityId: true },
    orderBy: { sequence: 'asc' },
  })
