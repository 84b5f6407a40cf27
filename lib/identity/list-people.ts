import 'server-only'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { poundsWords } from '@/lib/platform/money'
import { findGrantInForce, findPeople } from './grant-store'
import type { PeopleFound, PersonGrant } from './person'
import { mayEndGrant, mayInvite } from './person-policy'
import { roleTitle } from './roles'

const shown = 50

/** Who has which roles today, by a part of the name or address; undefined for everybody but a curator. */
export async function listPeople(ctx: Context, given: string): Promise<PeopleFound | undefined> {
  if (!mayInvite(ctx.actor).allowed) return undefined
  const text = given.trim().slice(0, 100)
  const rows = await findPeople(db, text, shown + 1, ctx.now)
  const people = rows.slice(0, shown).map(({ grants, ...person }) => ({
    ...person,
    grants: grants.map((grant) => ({ id: grant.id, ...words(grant) })),
  }))
  return { text, people, more: rows.length > shown }
}

/** One grant that counts today, for the page that takes it away; undefined for everybody but a curator. */
export async function getGrant(ctx: Context, id: string): Promise<PersonGrant | undefined> {
  const grant = mayInvite(ctx.actor).allowed && isId(id) ? await findGrantInForce(db, id, ctx.now) : null
  if (!grant) return undefined
  const decision = mayEndGrant(ctx.actor, { role: grant.role, personId: grant.person.id })
  return { id: grant.id, person: grant.person, ...words(grant), decision }
}

function words(grant: { role: string; limitPence: bigint | null; organisation: { name: string } }) {
  const limit = grant.limitPence === null ? null : `up to ${poundsWords(grant.limitPence)}`
  return { role: roleTitle(grant.role), organisation: grant.organisation.name, limit }
}
