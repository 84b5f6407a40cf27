import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import type { ReferenceNames } from './module-view'
import { readOnce } from './read-model/read-once'
import { findReferenceNames } from './reference-store'

const names = readOnce(() => findReferenceNames(db))

/** The national reference in words: public, the same for every actor. */
export const getReferenceNames = (_: Actor): Promise<ReferenceNames> => names()
