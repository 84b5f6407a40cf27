import 'server-only'
import { type Day, dateFromDay } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { ProposalState } from './decision-machine'
import type { DecisionKind } from './decision-schema'

export type ProposalKind = DecisionKind
export type Proposal = {
  id: string
  moduleVersionId: string
  kind: ProposalKind
  reason: string
  state: ProposalState
  proposedById: string
  version: number
}
const columns = {
  id: true,
  moduleVersionId: true,
  kind: true,
  reason: true,
  state: true,
  proposedById: true,
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
export async function addProposal(tx: Tx, proposal: Proposal, at: Date): Promise<boolean> {
  const { count } = await tx.decisionProposal.createMany({
    data: [{ ...proposal, proposedAt: at }],
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
      effectiveFrom: dateFromDay(decision.on),
      madeById: proposal.proposedById,
      secondedById: decision.secondedById,
      madeOn: dateFromDay(decision.on),
      recordedAt: decision.at,
    },
    select: { id: true },
  })
}

/** Everybody who assessed or reviewed a module version. */
export async function findAssessors(tx: Tx, moduleVersionId: string): Promise<string[]> {
  const rows = await tx.finding.findMany({
    where: { moduleVersionId },
    select: { assessorId: true, reviewerId: true },
    distinct: ['assessorId', 'reviewerId'],
  })
  return [...new Set(rows.flatMap((row) => [row.assessorId, row.reviewerId]))]
}
