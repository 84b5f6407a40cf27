import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { findPerson, organisationNames } from './identity-store'
import type { Account } from './person'
import { roleTitle } from './roles'

/** What the signed-in person's header and account page show; undefined for a visitor. */
export async function getAccount(actor: Actor): Promise<Account | undefined> {
  if (actor.kind !== 'person') return undefined
  const ids = [...new Set(actor.grants.map((g) => g.organisationId))]
  const [person, names] = await Promise.all([findPerson(db, actor.userId), organisationNames(db, ids)])
  if (!person) return undefined
  const organisations = ids.map((id) => ({
    id,
    name: names.get(id) ?? 'An organisation',
    roles: actor.grants.filter((g) => g.organisationId === id).map((g) => roleTitle(g.role)),
  }))
  return { ...person, organisationId: actor.organisationId, organisations }
}
