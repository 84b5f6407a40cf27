import { type Actor, belongsTo } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import { buyingFor } from '../shortlist-policy'

type Owned = { organisationId: string | null }
type Shared = { organisationId: string; sharedWithId: string | null }

/** Members of the organisation, and of the commissioner it was shared with: to all others it does not exist. */
export const maySeeNeeds = (actor: Actor, profile: Shared): boolean =>
  belongsTo(actor, profile.organisationId) || belongsTo(actor, profile.sharedWithId)

/** Writing a profile and asking for plans are a buyer's, in their own organisation. */
export function mayEditNeeds(actor: Actor, { organisationId }: Owned): Decision {
  if (organisationId !== null && buyingFor(actor).includes(organisationId)) return allow
  return deny('Only practice managers, GP partners and commissioning managers state needs for their organisation')
}
