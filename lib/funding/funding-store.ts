import 'server-only'
import { dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { BudgetLine, FundingRequest, FundingState } from './funding-request'

const shape = {
  id: true,
  payerId: true,
  requestedById: true,
  requesterOrgId: true,
  referenceType: true,
  referenceId: true,
  title: true,
  reason: true,
  wholeLifePence: true,
  termsHash: true,
  state: true,
  submittedAt: true,
  dueOn: true,
  decidedById: true,
  decidedAt: true,
  declineCode: true,
  decisionReason: true,
  version: true,
  commitments: {
    select: { budgetLineId: true, pence: true, line: { select: { stream: true, year: true } } },
    orderBy: { budgetLineId: 'asc' },
  },
} as const

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>
const findRow = (tx: Tx, id: string) => tx.fundingRequest.findUnique({ where: { id }, select: shape })

function toRequest({ referenceType, referenceId, commitments, dueOn, state, ...row }: Row): FundingRequest {
  const slices = commitments.map(({ line, ...c }) => ({ ...c, ...line })).sort((a, b) => a.year - b.year)
  return {
    ...row,
    state: state as FundingState,
    dueOn: dayFromDate(dueOn),
    reference: { type: referenceType, id: referenceId },
    slices,
  }
}

export async function findFundingRequest(tx: Tx, id: string): Promise<FundingRequest | undefined> {
  const row = await findRow(tx, id)
  return row ? toRequest(row) : undefined
}

/** Requests that one of these organisations pays or asked for: open ones first, the oldest clock first. */
export async function findFundingRequests(tx: Tx, organisationIds: string[]): Promise<FundingRequest[]> {
  const where = { OR: [{ payerId: { in: organisationIds } }, { requesterOrgId: { in: organisationIds } }] }
  const rows = await tx.fundingRequest.findMany({
    where,
    select: shape,
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    take: 200,
  })
  return rows.map(toRequest)
}

export async function insertFundingRequest(
  tx: Tx,
  { reference, slices: _, dueOn, ...request }: FundingRequest,
): Promise<void> {
  await tx.fundingRequest.create({
    data: { ...request, referenceType: reference.type, referenceId: reference.id, dueOn: dateFromDay(dueOn) },
    select: { id: true },
  })
}

/** @returns false where somebody was faster: the version on the page is not the version in the database. */
export async function moveFundingRequest(
  tx: Tx,
  id: string,
  version: number,
  change: Partial<Pick<FundingRequest, 'state' | 'decidedById' | 'decidedAt' | 'declineCode' | 'decisionReason'>>,
): Promise<boolean> {
  return (
    (await tx.fundingRequest.updateMany({ where: { id, version }, data: { ...change, version: version + 1 } }))
      .count === 1
  )
}

export async function insertCommitment(
  tx: Tx,
  commitment: { id: string; fundingRequestId: string; budgetLineId: string; pence: bigint; state: string },
): Promise<void> {
  await tx.commitment.create({ data: commitment, select: { id: true } })
}

export async function setCommitments(tx: Tx, fundingRequestId: string, state: 'committed' | 'released'): Promise<void> {
  await tx.commitment.updateMany({ where: { fundingRequestId, state: { not: 'released' } }, data: { state } })
}

export async function findBudgetLines(tx: Tx, organisationIds: string[]): Promise<BudgetLine[]> {
  return tx.budgetLine.findMany({
    where: { organisationId: { in: organisationIds } },
    orderBy: [{ year: 'asc' }, { stream: 'asc' }],
  })
}

/** Reserves where enough is left; one statement, so that no two requests can both have the last pound. @returns false: not enough. */
export async function reserve(tx: Tx, lineId: string, pence: bigint): Promise<boolean> {
  return (
    (await tx.$executeRaw`update "BudgetLine" set "reservedPence" = "reservedPence" + ${pence}
    where id = ${lineId}::uuid and "allocatedPence" - "reservedPence" - "committedPence" - "spentPence" >= ${pence}`) ===
    1
  )
}

export async function commitReserved(tx: Tx, lineId: string, pence: bigint): Promise<void> {
  await tx.$executeRaw`update "BudgetLine" set "reservedPence" = "reservedPence" - ${pence}, "committedPence" = "committedPence" + ${pence} where id = ${lineId}::uuid`
}

export async function releaseReserved(tx: Tx, lineId: string, pence: bigint): Promise<void> {
  await tx.$executeRaw`update "BudgetLine" set "reservedPence" = "reservedPence" - ${pence} where id = ${lineId}::uuid`
}

export async function releaseCommitted(tx: Tx, lineId: string, pence: bigint): Promise<void> {
  await tx.$executeRaw`update "BudgetLine" set "committedPence" = "committedPence" - ${pence} where id = ${lineId}::uuid`
}
