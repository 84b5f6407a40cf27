import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import type { ReferenceNames } from './module-view'
import { findReferenceNames } from './reference-store'

/** The national reference in words: public, the same for every actor. */
export const getReferenceNames = (_: Actor): Promise<ReferenceNames> => findReferenceNames(db)
