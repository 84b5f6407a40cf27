import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { keyOf, type StripeAct, type StripeKind } from './stripe-call'

const select = { kind: true, rowId: true, version: true, firstTriedAt: true, stripeId: true } as const

/** Notes that an act is tried. @returns the act as it stands, and whether it was tried before. */
export async function noteTry(tx: Tx, act: StripeAct, at: Date) {
  const fresh = await tx.stripeCall.createMany({
    data: [{ ...act, key: keyOf(act), firstTriedAt: at }],
    skipDuplicates: true,
  })
  const row = await tx.stripeCall.findUniqueOrThrow({ where: { kind_rowId_version: act }, select })
  return { ...row, triedBefore: fresh.count === 0 }
}

/** False where another worker has kept it first: then both have the same id, because the key was the same. */
export async function keepMade(tx: Tx, act: StripeAct, stripeId: string, at: Date): Promise<boolean> {
  const { count } = await tx.stripeCall.updateMany({
    where: { ...act, stripeId: null },
    data: { stripeId, madeAt: at },
  })
  return count === 1
}

/** The id of what an act made; undefined where Stripe has not answered. */
export async function findMade(tx: Tx, act: StripeAct): Promise<string | undefined> {
  const row = await tx.stripeCall.findUnique({ where: { kind_rowId_version: act }, select })
  return row?.stripeId ?? undefined
}

/** The row of ours that an object at Stripe stands for. */
export async function findRowOf(tx: Tx, kind: StripeKind, stripeId: string): Promise<string | undefined> {
  const row = await tx.stripeCall.findFirst({ where: { kind, stripeId }, select })
  return row?.rowId
}

/** The same, locked until the transaction ends: whoever counts a payer's money takes the payer first. */
export async function lockCustomer(tx: Tx, payerId: string): Promise<void> {
  await tx.$queryRaw`select 1 from "StripeCall" where kind = 'customer' and "rowId" = ${payerId}::uuid for update`
}

/** Every object of a kind: our row and Stripe's id. */
export async function listMade(tx: Tx, kind: StripeKind): Promise<{ rowId: string; stripeId: string }[]> {
  const rows = await tx.stripeCall.findMany({
    where: { kind, stripeId: { not: null } },
    select,
    orderBy: { rowId: 'asc' },
  })
  return rows.map(({ rowId, stripeId }) => ({ rowId, stripeId: stripeId! }))
}

/** Invoices that were released on Stripe and are not final there, oldest first. */
export async function findUnsent(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select i.id from "Invoice" i where i.rail = 'STRIPE' and i.state in ('issued', 'part-funded') and not exists (
      select 1 from "StripeCall" c where c.kind = 'final' and c."rowId" = i.id and c."stripeId" is not null)
    order by i."releasedAt", i.id limit ${most}`
  return rows.map(({ id }) => id)
}

export type SentLine = { name: string; netPence: bigint; vatPercent: number }

/** The lines of an invoice that count, in their order. */
export async function findSentLines(tx: Tx, invoiceId: string, submission: number): Promise<SentLine[]> {
  return tx.invoiceLine.findMany({
    where: { invoiceId, submission },
    select: { name: true, netPence: true, vatPercent: true },
    orderBy: { position: 'asc' },
  })
}

/** What of a payer's money came through Stripe and was posted, in pence. */
export async function sumReceived(tx: Tx, payerId: string): Promise<bigint> {
  const { _sum } = await tx.moneyReceipt.aggregate({
    where: { rail: 'STRIPE', reversedKey: null, invoice: { payerId } },
    _sum: { pence: true },
  })
  return _sum.pence ?? 0n
}

/** Keys of the money that came in for an invoice through Stripe and was not taken back. */
export async function findReceivedKeys(tx: Tx, invoiceId: string): Promise<string[]> {
  const rows = await tx.moneyReceipt.findMany({
    where: { invoiceId, rail: 'STRIPE', reversedKey: null },
    select: { key: true },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ key }) => key)
}
