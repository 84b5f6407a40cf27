import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { type FoundStandard, findStandardsNamed } from './standard-search-store'

/** National standards by id or name: public. */
export function searchStandards(_: Actor, text: string, take: number): Promise<FoundStandard[]> {
  return findStandardsNamed(db, text, take)
}
