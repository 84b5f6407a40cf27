import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Rail } from '../invoices/invoice'
import type { PayoutAccount } from './payout-account'

const select = {
  id: true,
  supplierId: true,
  rail: true,
  accountName: true,
  maskedNumber: true,
  changedById: true,
  changedAt: true,
  confirmedById: true,
  confirmedAt: true,
} as const

/** The account that a supplier has entered last; undefined where there is none. */
export async function findPayoutAccount(tx: Tx, supplierId: string): Promise<PayoutAccount | undefined> {
  const row = await tx.payoutAccount.findFirst({
    where: { supplierId },
    select,
    orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
  })
  return row ? { ...row, rail: row.rail as Rail } : undefined
}

export async function findAccount(tx: Tx, id: string): Promise<PayoutAccount | undefined> {
  const row = await tx.payoutAccount.findUnique({ where: { id }, select })
  return row ? { ...row, rail: row.rail as Rail } : undefined
}

type New = Omit<PayoutAccount, 'confirmedById' | 'confirmedAt'>
export async function insertPayoutAccount(tx: Tx, account: New): Promise<void> {
  await tx.payoutAccount.create({ data: account, select: { id: true } })
}

/** False where somebody was faster. The database too refuses the person who entered it (V4). */
export async function confirmAccount(tx: Tx, id: string, confirmedById: string, confirmedAt: Date): Promise<boolean> {
  const { count } = await tx.payoutAccount.updateMany({
    where: { id, confirmedById: null, changedById: { not: confirmedById } },
    data: { confirmedById, confirmedAt },
  })
  return count === 1
}
