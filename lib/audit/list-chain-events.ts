import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { findChainEvents } from './audit-store'

/** Events of these names in the chain of an organisation, oldest first. The caller has asked who may know of them. */
export const listChainEvents = (tx: Tx, chainId: string, names: string[]) => findChainEvents(tx, chainId, names)
