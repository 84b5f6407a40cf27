import { type Actor, belongsTo, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'

/** Sets a value: a curator for the authority (`organisationId` null), a finance officer for their own payer. */
export function maySet(actor: Actor, organisationId: string | null): Decision {
  if (organisationId === null)
    return grantOf(actor, 'curator') ? allow : deny('Only a curator of the authority can change its settings')
  return grantOf(actor, 'finance-officer', organisationId)
    ? allow
    : deny('Only a finance officer of the paying organisation can change its settings')
}

/** Reads a payer's own settings: whoever belongs to it. The authority's list is for curators; what it says reaches pages by their own words. */
export const mayReadSettings = (actor: Actor, organisationId: string | null): boolean =>
  organisationId === null ? maySet(actor, null).allowed : belongsTo(actor, organisationId)
