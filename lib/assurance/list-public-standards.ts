import 'server-only'
import type { Context } from '@/lib/platform/context'
import { db, type Tx } from '@/lib/platform/db'
import { type Page, pageOf } from '@/lib/platform/page-of'
import type { PublicStandard } from './public-standard-schema'
import { findPublicStandards, findStandardNames } from './standard-store'

/** The national standards for the public API, by id. */
export async function listPublicStandards(_: Context, after: string, limit: number): Promise<Page<PublicStandard>> {
  return pageOf(await findPublicStandards(db), (s) => s.id, after, limit)
}

/** Names of standards by id: public. What is not known is missing. */
export const listStandardNames = (tx: Tx, ids: string[]): Promise<Map<string, string>> => findStandardNames(tx, ids)
