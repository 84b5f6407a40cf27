import 'server-only'
import { dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import type { CommitmentState } from './commitment'
import type { FundingRequest, FundingState, ReviewOutcome } from './funding-request'

/** What is read of a request with the slices of its money. */
export const shape = {
  id: true,
  payerId: true,
  requestedById: true,
  requesterOrgId: true,
  referenceType: true,
  referenceId: true,
  title: true,
  reason: true,
  wholeLifePence: true,
  optionsPence: true,
  termsHash: true,
  similarityKeys: true,
  state: true,
  submittedAt: true,
  dueOn: true,
  daysLeft: true,
  recommendedByIds: true,
  decidedById: true,
  decidedAt: true,
  declineCode: true,
  decisionReason: true,
  appealedAt: true,
  firstDecidedById: true,
  approvedUntil: true,
  usedAt: true,
  urgentReason: true,
  reviewDueOn: true,
  reviewedById: true,
  reviewedAt: true,
  reviewOutcome: true,
  version: true,
  commitments: {
    select: {
      budgetLineId: true,
      pence: true,
      spentPence: true,
      rolledPence: true,
      state: true,
      line: { select: { stream: true, year: true } },
    },
    orderBy: { budgetLineId: 'asc' },
  },
} as const

export type Row = Prisma.FundingRequestGetPayload<{ select: typeof shape }>

/** Figures of a slice as JSON bears them: digits. */
type Told = Omit<Row['commitments'][number], 'pence' | 'spentPence' | 'rolledPence'> & {
  pence: string
  spentPence: string
  rolledPence: string
}

/**
 * One request in one statement: every decision on money reads it twice while others wait for the line, and put together by the
 * client it would be three statements, at four times their cost (`npm run bench -- funding-approvals`).
 */
export async function findRow(tx: Tx, id: string): Promise<Row | undefined> {
  const [row] = await tx.$queryRaw<(Omit<Row, 'commitments'> & { commitments: Told[] })[]>`
    select r.*, coalesce((
      select json_agg(json_build_object('budgetLineId', c."budgetLineId", 'pence', c.pence::text, 'spentPence', c."spentPence"::text,
        'rolledPence', c."rolledPence"::text, 'state', c.state, 'line', json_build_object('stream', l.stream, 'year', l.year))
        order by c."budgetLineId")
      from "Commitment" c join "BudgetLine" l on l.id = c."budgetLineId" where c."fundingRequestId" = r.id), '[]') as commitments
    from "FundingRequest" r where r.id = ${id}::uuid`
  if (!row) return undefined
  // The client reads a list that was never written as empty, and so must this.
  const lists = { similarityKeys: row.similarityKeys ?? [], recommendedByIds: row.recommendedByIds ?? [] }
  return { ...row, ...lists, commitments: row.commitments.map(sliceOf) }
}

const sliceOf = ({ pence, spentPence, rolledPence, ...rest }: Told): Row['commitments'][number] => ({
  ...rest,
  pence: BigInt(pence),
  spentPence: BigInt(spentPence),
  rolledPence: BigInt(rolledPence),
})

export function toRequest({ referenceType, referenceId, commitments, dueOn, approvedUntil, reviewDueOn, ...row }: Row) {
  // A request that was declined and appealed has older slices too: the living ones count, else the last of each line.
  const living = commitments.filter(({ state }) => state !== 'released')
  const counting = living.length > 0 ? living : [...new Map(commitments.map((c) => [c.budgetLineId, c])).values()]
  const slices = counting.map(({ line, ...c }) => ({ ...c, ...line, state: c.state as CommitmentState }))
  return {
    ...row,
    state: row.state as FundingState,
    dueOn: dayFromDate(dueOn),
    approvedUntil: approvedUntil && dayFromDate(approvedUntil),
    reviewDueOn: reviewDueOn && dayFromDate(reviewDueOn),
    reviewOutcome: row.reviewOutcome as ReviewOutcome | null,
    reference: { type: referenceType, id: referenceId },
    slices: slices.sort((x, y) => x.year - y.year),
  } satisfies FundingRequest
}
