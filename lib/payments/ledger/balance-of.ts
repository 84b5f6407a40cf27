import 'server-only'
import { db, type Tx } from '@/lib/platform/db'
import type { LedgerAccount } from './ledger'
import { sumOf } from './ledger-store'

/**
 * Debits less credits of an account in pence, of one organisation or of all: what a payer owes is above 0 on `receivable`, what
 * a supplier is owed below 0 on `payable`. Read as the portal itself; who may be shown it is the caller's question.
 */
export const balanceOf = (account: LedgerAccount, organisationId?: string, tx: Tx = db): Promise<bigint> =>
  sumOf(tx, account, organisationId)
