import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** These requests with the slices from which money can be spent, those that hold nothing any more included. */
export function findSlices(tx: Tx, fundingRequestIds: string[]) {
  return tx.fundingRequest.findMany({
    where: { id: { in: fundingRequestIds } },
    select: {
      id: true,
      requestedById: true,
      decidedById: true,
      commitments: {
        where: { state: { in: ['committed', 'part-spent', 'spent'] } },
        select: {
          budgetLineId: true,
          pence: true,
          spentPence: true,
          rolledPence: true,
          line: { select: { year: true, stream: true } },
        },
      },
    },
    orderBy: { id: 'asc' },
  })
}

/** What was spent under keys that begin so and was not given back, oldest first. */
export function findSpends(tx: Tx, keyPrefix: string) {
  return tx.commitmentSpend.findMany({
    where: { key: { startsWith: keyPrefix }, pence: { gt: 0 }, returned: null },
    select: {
      id: true,
      key: true,
      pence: true,
      commitment: {
        select: { id: true, fundingRequestId: true, budgetLineId: true },
      },
    },
    orderBy: { key: 'asc' },
  })
}

/** Gives a spend back to its locked slice; its line moves with it. What lives no more gives its line the money free. */
export async function returnSpend(
  tx: Tx,
  spend: { id: string; key: string; pence: bigint; commitmentId: string; budgetLineId: string },
  to: { newId: string; at: Date; state: string; living: boolean },
): Promise<void> {
  const { commitmentId, pence } = spend
  const data = { id: to.newId, commitmentId, key: `${spend.key}/back`, pence: -pence, returnsId: spend.id, at: to.at }
  await tx.commitmentSpend.create({ data, select: { id: true } })
  await tx.commitment.updateMany({
    where: { id: commitmentId },
    data: { spentPence: { decrement: pence }, state: to.state },
  })
  const committed = to.living ? pence : 0n
  await tx.$executeRaw`update "BudgetLine" set "spentPence" = "spentPence" - ${pence},
    "committedPence" = "committedPence" + ${committed} where id = ${spend.budgetLineId}::uuid`
}
