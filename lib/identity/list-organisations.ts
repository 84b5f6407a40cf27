import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { findOrganisations } from './invitation-store'
import { mayInvite } from './person-policy'

/** Organisations that people can be invited to, for those who may invite; empty for others. Practices are asked for by code: there are thousands. */
export async function listOrganisationsForInvitation(actor: Actor) {
  if (!mayInvite(actor).allowed) return []
  return findOrganisations(db, ['commissioner', 'supplier', 'authority'])
}
