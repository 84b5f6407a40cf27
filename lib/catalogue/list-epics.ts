import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { db, type Tx } from '@/lib/platform/db'
import type { EpicName } from './module-view'
import { findEpics } from './reference-store'

/** The epics of these capabilities, MUST before MAY: public, as the national model is. */
export const listEpics = (_: Actor, capabilityIds: string[], tx: Tx = db): Promise<Record<string, EpicName[]>> =>
  findEpics(tx, capabilityIds)
