import 'server-only'
import { addDays, type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { type DecisionKind, type DecisionTerms, kindTable } from './decision-kinds'
import type { ProposalState } from './decision-machine'
import { appealDays } from './decision-rules'

export type Proposal = {
  id: string
  moduleVersionId: string
  kind: DecisionKind
  reason: string
  basis: string | null
  terms: DecisionTerms
  state: ProposalState
  proposedById: string
  proposedAt: Date
  version: number
}
const columns = {
  id: true,
  moduleVersionId: true,
  kind: true,
  reason: true,
  basis: true,
  terms: true,
  state: true,
  proposedById: true,
  proposedAt: true,
  version: true,
} as const

/** One proposal by its id. */
export async function findProposal(tx: Tx, id: string): Promise<Proposal | undefined> {
  const row = await tx.decisionProposal.findUnique({ where: { id }, select: columns })
  return row ? (row as Proposal) : undefined
}

/** Proposals that wait for a second officer, the oldest first. */
export async function findOpenProposals(tx: Tx): Promise<Proposal[]> {
  const rows = await tx.decisionProposal.findMany({
    where: { state: 'proposed' },
    select: columns,
    orderBy: { proposedAt: 'asc' },
  })
  return rows as Proposal[]
}

/** False where the same is proposed already (one open proposal a module version and kind). */
export async function addProposal(tx: Tx, proposal: Proposal): Promise<boolean> {
  const { count } = await tx.decisionProposal.createMany({
    data: [proposal],
    skipDuplicates: true,
  })
  return count === 1
}

/** The proposal in its new state, or undefined where somebody was faster. */
export async function moveProposal(tx: Tx, proposal: Proposal, version: number, state: ProposalState) {
  const { count } = await tx.decisionProposal.updateMany({
    where: { id: proposal.id, version },
    data: { state, version: { increment: 1 } },
  })
  return count === 0 ? undefined : { ...proposal, state, version: version + 1 }
}

/** Writes the signed decision of the proposer and the seconder; it is never changed. */
export async function addDecision(
  tx: Tx,
  decision: { id: string; proposal: Proposal; secondedById: string; on: Day; at: Date },
): Promise<void> {
  const { proposal } = decision
  await tx.officerDecision.create({
    data: {
      id: decision.id,
      moduleVersionId: proposal.moduleVersionId,
      kind: proposal.kind,
      reason: proposal.reason,
      basis: proposal.basis,
      terms: proposal.terms,
      effectiveFrom: dateFromDay(decision.on),
      appealUntil: kindTable[proposal.kind].adverse ? dateFromDay(addDays(decision.on, appealDays)) : null,
      madeById: proposal.proposedById,
      secondedById: decision.secondedById,
      madeOn: dateFromDay(decision.on),
      recordedAt: decision.at,
    },
    select: { id: true },
  })
}

/** One made decision: whose it was, and until when it may be appealed against. */
export async function findDecision(tx: Tx, id: string) {
  const row = await tx.officerDecision.findUnique({
    where: { id },
    select: { id: true, moduleVersionId: true, kind: true, appealUntil: true, madeById: true, secondedById: true },
  })
  return row && { ...row, appealUntil: row.appealUntil && dayFromDate(row.appealUntil) }
}

/** Everybody who assessed or reviewed a module version, or said of a non-conformity what it is. */
export async function findAssessors(tx: Tx, moduleVersionId: string): Promise<string[]> {
  const rows = await tx.finding.findMany({
    where: { moduleVersionId },
    select: { assessorId: true, reviewerId: true },
    distinct: ['assessorId', 'reviewerId'],
  })
  const unsigned = await tx.findingProposal.findMany({
    where: { moduleVersionId },
    select: { assessorId: true },
    distinct: ['assessorId'],
  })
  const confirmed = await tx.nonConformity.findMany({ where: { moduleVersionId }, select: { assessedByIds: true } })
  return [
    ...new Set([
      ...rows.flatMap((row) => [row.assessorId, row.reviewerId]).filter((id) => id !== null),
      ...unsigned.map((u) => u.assessorId),
      ...confirmed.flatMap((nc) => nc.assessedByIds),
    ]),
  ]
}

/** Whether two officers have ever listed this version, or another of these. */
export async function wasListed(tx: Tx, moduleVersionId: string, others: string[]) {
  const ids = [moduleVersionId, ...others]
  const rows = await tx.officerDecision.findMany({
    where: { kind: 'LIST', moduleVersionId: { in: ids } },
    select: { moduleVersionId: true },
  })
  return {
    thisVersion: rows.some((row) => row.moduleVersionId === moduleVersionId),
    earlierVersion: rows.some((row) => row.moduleVersionId !== moduleVersionId),
  }
}

/** Proposals made before that moment for which nobody has found a second. */
export async function findOldProposals(tx: Tx, before: Date): Promise<Proposal[]> {
  const where = { state: 'proposed', proposedAt: { lt: before } }
  const rows = await tx.decisionProposal.findMany({ where, select: columns, take: 500 })
  return rows as Proposal[]
}

/** Decisions about these module versions, the newest first: what a correction may name. */
export async function findDecisions(tx: Tx, moduleVersionIds: string[]) {
  return tx.officerDecision.findMany({
    where: { moduleVersionId: { in: moduleVersionIds } },
    select: { id: true, moduleVersionId: true, kind: true, madeOn: true },
    orderBy: { sequence: 'desc' },
    take: 500,
  })
}

/** Decisions about these module versions with their reasons, the newest first. */
export async function findWholeDecisions(tx: Tx, moduleVersionIds: string[]) {
  return tx.officerDecision.findMany({
    where: { moduleVersionId: { in: moduleVersionIds } },
    select: { id: true, moduleVersionId: true, kind: true, reason: true, basis: true, appealUntil: true, madeOn: true },
    orderBy: { sequence: 'desc' },
    take: 200,
  })
}

type NewWaiver = { decisionId: string; moduleVersionId: string; hazard: string; from: Day; until: Day }
/** Writes what a WAIVE decided; it is never changed. */
export async function addWaiver(
  tx: Tx,
  waiver: NewWaiver & { id: string; standardVersionId: string; requirementId: string },
) {
  const { from, until, ...rest } = waiver
  await tx.waiver.create({
    data: { ...rest, fromOn: dateFromDay(from), untilOn: dateFromDay(until) },
    select: { id: true },
  })
}
