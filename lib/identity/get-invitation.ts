import 'server-only'
import { sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { findPersonByEmail } from './identity-store'
import { findInvitation } from './invitation-store'
import { findOrganisationById } from './organisation-store'
import type { OpenInvitation } from './person'
import { roleTitle } from './roles'

/** What a link invites to; undefined where it was used, is too old or never was. The token is the right to read it. */
export async function getInvitation(ctx: Context, token: string): Promise<OpenInvitation | undefined> {
  const invitation = token.length > 200 ? null : await findInvitation(db, sha256Hex(token), ctx.now)
  if (!invitation) return undefined
  const { email, role, organisationId } = invitation
  const [person, organisation] = await Promise.all([
    findPersonByEmail(db, email),
    findOrganisationById(db, organisationId),
  ])
  if (person?.endedAt || !organisation) return undefined
  return { isNew: !person, email, role: roleTitle(role), organisation: organisation.name }
}
