import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { findModuleNames } from './reference-store'

/** Under which name each of these modules was published last, in the catalogue still or not. */
export const listModuleNames = (_: Actor, ids: string[]): Promise<Map<string, string>> => findModuleNames(db, ids)
