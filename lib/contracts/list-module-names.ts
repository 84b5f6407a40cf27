import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { findModuleNames } from './module-name-store'

/** The modules that contracts are for, by contract id; for figures that name no practice. */
export const listModuleNames = (tx: Tx, contractIds: string[]): Promise<Map<string, string>> =>
  findModuleNames(tx, contractIds)
