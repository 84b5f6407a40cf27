import 'server-only'
import type { Tx } from './db'

/** From here on every statement of the transaction sees the database of one instant (CMP-3, A9). It must come first. */
export const readOneInstant = (tx: Tx) => tx.$executeRaw`set transaction isolation level repeatable read`
