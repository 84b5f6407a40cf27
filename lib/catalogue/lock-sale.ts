import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { holdForSale } from './version-store'

/**
 * Holds what a sale rests on until the transaction ends: nobody decides on the module version (trigger `lock_decided_version`)
 * or suspends its supplier meanwhile; whoever began first is waited for, and seen (A4).
 */
export const lockSale = (tx: Tx, sale: { moduleVersionId: string; supplierId: string }): Promise<void> =>
  holdForSale(tx, sale)
