import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { findCapabilityNames, findModuleNames, findSupplierBrands } from './subject-name-store'

/** Names by id of what stands in the catalogue: public. What is not there is missing. */
export const listModuleNames = (tx: Tx, ids: string[]): Promise<Map<string, string>> => findModuleNames(tx, ids)
export const listSupplierBrands = (tx: Tx, ids: string[]): Promise<Map<string, string>> => findSupplierBrands(tx, ids)
export const listCapabilityNames = (tx: Tx, ids: string[]): Promise<Map<string, string>> => findCapabilityNames(tx, ids)
