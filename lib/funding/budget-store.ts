import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { type Commitment, type CommitmentState, remainderOf } from './commitment'
import type { BudgetLine } from './funding-request'

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

export async function insertCommitment(
  tx: Tx,
  commitment: { id: string; fundingRequestId: string; budgetLineId: string; pence: bigint; state: string },
): Promise<void> {
  await tx.commitment.create({ data: commitment, select: { id: true } })
}

/** The living slices of a request, locked, in the order of their lines: whoever moves money takes them in this order. */
export async function lockLiving(tx: Tx, fundingRequestId: string): Promise<Commitment[]> {
  return tx.$queryRaw<Commitment[]>`
    select id, "fundingRequestId", "budgetLineId", pence, "spentPence", "rolledPence", state from "Commitment"
    where "fundingRequestId" = ${fundingRequestId}::uuid and state in ('reserved', 'committed', 'part-spent')
    order by "budgetLineId" for update`
}

/** One slice, locked. */
export async function lockCommitment(tx: Tx, id: string): Promise<Commitment | undefined> {
  const [row] = await tx.$queryRaw<Commitment[]>`
    select id, "fundingRequestId", "budgetLineId", pence, "spentPence", "rolledPence", state from "Commitment"
    where id = ${id}::uuid for update`
  return row
}

/** What was reserved for a request is committed. */
export async function commitSlices(tx: Tx, fundingRequestId: string): Promise<Moved[]> {
  const reserved = (await lockLiving(tx, fundingRequestId)).filter((slice) => slice.state === 'reserved')
  // One statement a slice: who else wants the line waits until the end.
  for (const slice of reserved)
    await tx.$executeRaw`
      with moved as (update "Commitment" set state = 'committed' where id = ${slice.id}::uuid)
      update "BudgetLine" set "reservedPence" = "reservedPence" - ${slice.pence}, "committedPence" = "committedPence" + ${slice.pence}
      where id = ${slice.budgetLineId}::uuid`
  return reserved
}

/** Frees exactly what a request has not spent (B3). Again frees nothing, because no slice lives any more. */
export async function releaseSlices(tx: Tx, fundingRequestId: string): Promise<Moved[]> {
  const freed: Moved[] = []
  for (const slice of await lockLiving(tx, fundingRequestId)) {
    await setState(tx, slice.id, 'released')
    const pence = remainderOf(slice)
    freed.push({ budgetLineId: slice.budgetLineId, pence })
    if (slice.state === 'reserved')
      await tx.$executeRaw`update "BudgetLine" set "reservedPence" = "reservedPence" - ${pence} where id = ${slice.budgetLineId}::uuid`
    else
      await tx.$executeRaw`update "BudgetLine" set "committedPence" = "committedPence" - ${pence} where id = ${slice.budgetLineId}::uuid`
  }
  return freed
}
type Moved = { budgetLineId: string; pence: bigint }

async function setState(tx: Tx, id: string, state: CommitmentState): Promise<void> {
  await tx.$executeRaw`update "Commitment" set state = ${state} where id = ${id}::uuid`
}

/** Takes from a locked slice what was spent; its line moves with it. */
export async function spendFrom(
  tx: Tx,
  slice: Commitment,
  key: string,
  pence: bigint,
  state: CommitmentState,
  at: Date,
) {
  await tx.commitmentSpend.create({
    data: { id: newId(), commitmentId: slice.id, key, pence, at },
    select: { id: true },
  })
  await tx.commitment.updateMany({ where: { id: slice.id }, data: { spentPence: slice.spentPence + pence, state } })
  await tx.$executeRaw`update "BudgetLine" set "committedPence" = "committedPence" - ${pence},
    "spentPence" = "spentPence" + ${pence} where id = ${slice.budgetLineId}::uuid`
}

export const findSpend = (tx: Tx, key: string) =>
  tx.commitmentSpend.findUnique({
    where: { key },
    select: { pence: true, commitment: { select: { fundingRequestId: true, budgetLineId: true } } },
  })

/** Carries the remainder of a locked slice into another line. @returns false where not enough is left there. */
export async function rollInto(tx: Tx, slice: Commitment, lineId: string): Promise<boolean> {
  const pence = remainderOf(slice)
  const { fundingRequestId } = slice
  const taken = await tx.$executeRaw`update "BudgetLine" set "committedPence" = "committedPence" + ${pence}
    where id = ${lineId}::uuid and "allocatedPence" - "reservedPence" - "committedPence" - "spentPence" >= ${pence}`
  if (taken !== 1) return false
  await tx.$executeRaw`update "BudgetLine" set "committedPence" = "committedPence" - ${pence} where id = ${slice.budgetLineId}::uuid`
  await tx.commitment.updateMany({
    where: { id: slice.id },
    data: { state: 'rolled', rolledPence: slice.rolledPence + pence },
  })
  const grown = await tx.$executeRaw`update "Commitment" set pence = pence + ${pence},
    state = case when state = 'spent' then 'part-spent' else state end
    where "fundingRequestId" = ${fundingRequestId}::uuid and "budgetLineId" = ${lineId}::uuid and state not in ('released', 'rolled')`
  if (grown === 0)
    await insertCommitment(tx, { id: newId(), fundingRequestId, budgetLineId: lineId, pence, state: 'committed' })
  return true
}

export async function findBudgetLine(tx: Tx, id: string): Promise<BudgetLine | undefined> {
  return (await tx.budgetLine.findUnique({ where: { id } })) ?? undefined
}

/** @returns false where somebody has made the line a moment before. */
export async function insertBudgetLine(
  tx: Tx,
  line: Pick<BudgetLine, 'id' | 'organisationId' | 'stream' | 'year' | 'allocatedPence'>,
): Promise<boolean> {
  return (await tx.budgetLine.createMany({ data: [line], skipDuplicates: true })).count === 1
}

/** One statement, so that nothing is taken from the line between the question and the change. @returns false: it was not as seen. */
export async function changeAllocation(tx: Tx, id: string, from: bigint, to: bigint): Promise<boolean> {
  return (
    (await tx.$executeRaw`update "BudgetLine" set "allocatedPence" = ${to} where id = ${id}::uuid
      and "allocatedPence" = ${from} and "reservedPence" + "committedPence" + "spentPence" <= ${to}`) === 1
  )
}

type AllocationChange = {
  id: string
  budgetLineId: string
  fromPence: bigint
  toPence: bigint
  reason: string
  byId: string
  at: Date
}
export async function insertAllocationChange(tx: Tx, change: AllocationChange): Promise<void> {
  await tx.allocationChange.create({ data: change, select: { id: true } })
}

/** The changes and the slices of a line, for whoever handles its money. */
export async function findLineStory(tx: Tx, id: string) {
  const changes = await tx.allocationChange.findMany({
    where: { budgetLineId: id },
    select: { id: true, fromPence: true, toPence: true, reason: true, at: true },
    orderBy: { at: 'desc' },
  })
  const slices = await tx.commitment.findMany({
    where: { budgetLineId: id, state: { not: 'released' } },
    select: {
      id: true,
      fundingRequestId: true,
      budgetLineId: true,
      pence: true,
      spentPence: true,
      rolledPence: true,
      state: true,
      request: { select: { title: true } },
    },
    orderBy: { id: 'asc' },
    take: 500,
  })
  return { changes, slices: slices.map((slice) => ({ ...slice, state: slice.state as CommitmentState })) }
}
