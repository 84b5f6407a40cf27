import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { lockForOrder } from './module-store'

/**
 * Holds a module and its supplier as they are until the transaction ends (A4): a suspension, a withdrawal or a new declaration
 * that comes at the same moment waits, or was there before and is seen.
 */
export const holdModule = (tx: Tx, moduleId: string): Promise<void> => lockForOrder(tx, moduleId)
