import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { type FoundSupplier, findSuppliersNamed } from './supplier-search-store'

/** Suppliers by name or company number: published, so everybody's to find (CAT-1). */
export function searchSuppliers(_: Actor, text: string, take: number): Promise<FoundSupplier[]> {
  return findSuppliersNamed(db, text, take)
}
