import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { StripeEvent, StripeEventState } from './stripe-event'

type New = Omit<StripeEvent, 'state' | 'because' | 'tries' | 'triedAt' | 'version'>

/** False where Stripe has told it before, also to somebody who was faster by a moment: once is once. */
export async function insertStripeEvent(tx: Tx, event: New): Promise<boolean> {
  return (await tx.stripeEvent.createMany({ data: [{ ...event, state: 'stored' }], skipDuplicates: true })).count === 1
}

export async function findStripeEvent(tx: Tx, id: string): Promise<StripeEvent | undefined> {
  const row = await tx.stripeEvent.findUnique({ where: { id } })
  return row ? { ...row, state: row.state as StripeEventState } : undefined
}

/** The same, locked until the transaction ends. */
export async function lockStripeEvent(tx: Tx, id: string): Promise<StripeEvent | undefined> {
  await tx.$queryRaw`select 1 from "StripeEvent" where id = ${id}::uuid for update`
  return findStripeEvent(tx, id)
}

export async function saveStripeEvent(
  tx: Tx,
  { id, version }: Pick<StripeEvent, 'id' | 'version'>,
  change: { state?: StripeEventState; because: string | null; triedAt: Date },
): Promise<boolean> {
  const data = { ...change, tries: { increment: 1 }, version: { increment: 1 } }
  return (await tx.stripeEvent.updateMany({ where: { id, version }, data })).count === 1
}

/**
 * Events to be tried again: parked ones after a wait that grows with each try up to an hour, and stored ones that nobody has
 * taken up for some minutes, oldest first.
 */
export async function findWaiting(tx: Tx, now: Date, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from "StripeEvent"
    where (state = 'parked' and "triedAt" + least(tries * tries, 60) * interval '1 minute' <= ${now})
      or (state = 'stored' and coalesce("triedAt", "receivedAt") + interval '3 minutes' <= ${now})
    order by "receivedAt", id limit ${most}`
  return rows.map(({ id }) => id)
}

export const findParked = (
  tx: Tx,
): Promise<{ eventId: string; type: string; because: string | null; receivedAt: Date }[]> =>
  tx.stripeEvent.findMany({
    where: { state: 'parked' },
    select: { eventId: true, type: true, because: true, receivedAt: true },
    orderBy: { receivedAt: 'asc' },
    take: 100,
  })
