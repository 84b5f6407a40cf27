import 'server-only'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { findPayouts } from './payout-store'

/** The payouts of the suppliers for whom the actor writes or signs, newest first: at most 200. */
export const listPayouts = (actor: Actor) =>
  findPayouts(db, organisationsOf(actor, 'supplier-signatory', 'supplier-editor'))
