import 'server-only'
import { dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import type { Delegation } from './delegation'

const shape = {
  id: true,
  payerId: true,
  fromId: true,
  toId: true,
  limitPence: true,
  validFrom: true,
  validTo: true,
  reason: true,
  createdAt: true,
  endedAt: true,
  endedById: true,
} as const

/** The delegations of a payer (to one person, where named), the newest first. */
export async function findDelegations(tx: Tx, payerId: string, toId?: string): Promise<Delegation[]> {
  const rows = await tx.$queryRaw<Prisma.DelegationGetPayload<{ select: typeof shape }>[]>`
    select * from "Delegation" where "payerId" = ${payerId}::uuid and (${toId ?? null}::uuid is null or "toId" = ${toId ?? null}::uuid)
    order by "createdAt" desc, id limit 200`
  return rows.map((row) => ({ ...row, validFrom: dayFromDate(row.validFrom), validTo: dayFromDate(row.validTo) }))
}

export async function findDelegation(tx: Tx, id: string): Promise<Delegation | undefined> {
  const row = await tx.delegation.findUnique({ where: { id }, select: shape })
  return row ? { ...row, validFrom: dayFromDate(row.validFrom), validTo: dayFromDate(row.validTo) } : undefined
}

export async function insertDelegation(tx: Tx, { validFrom, validTo, ...row }: Delegation): Promise<void> {
  const days = { validFrom: dateFromDay(validFrom), validTo: dateFromDay(validTo) }
  await tx.delegation.create({ data: { ...row, ...days }, select: { id: true } })
}

export async function markDelegationEnded(tx: Tx, id: string, endedById: string, endedAt: Date): Promise<boolean> {
  return (await tx.delegation.updateMany({ where: { id, endedAt: null }, data: { endedById, endedAt } })).count === 1
}
