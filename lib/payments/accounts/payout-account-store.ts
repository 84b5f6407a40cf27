import 'server-only'
import type { Tx } from '@/lib/platform/db'

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
export async function findPayoutAccount(tx: Tx, supplierId: string) {
  const row = await tx.payoutAccount.findFirst({
    where: { supplierId },
    select,
    orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
  })
  return row ?? undefined
}
