import 'server-only'
import { type Actor, grantOf } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { findMail } from './mail-store'

/** The newest letters, for a curator; undefined for everybody else, because invitations hold their links. */
export async function listMail(actor: Actor) {
  return grantOf(actor, 'curator') ? findMail(db) : undefined
}
