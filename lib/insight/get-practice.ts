import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import type { PracticeFacts } from './practice'
import { findPractice } from './practice-store'

/** The public facts of a practice; undefined for a code that no practice has. */
export async function getPractice(_actor: Actor, code: string): Promise<PracticeFacts | undefined> {
  return /^[A-Za-z0-9-]{3,12}$/.test(code) ? findPractice(db, { code: code.toUpperCase() }) : undefined
}

/** The practice that the actor works for: the organisation they act for at present, else the first of their grants. */
export async function getOwnPractice(actor: Actor): Promise<PracticeFacts | undefined> {
  const practices = organisationsOf(actor, 'practice-manager', 'gp-partner')
  const id = practices.find((held) => held === actor.organisationId) ?? practices[0]
  return id ? findPractice(db, { id }) : undefined
}
