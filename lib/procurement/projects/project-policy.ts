import { buyerRoles } from '@/lib/comparison/shortlist-policy'
import { type Actor, belongsTo, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'

type Owned = { organisationId: string }
type Concerning = Owned & { practices?: { practiceId: string }[] }

/** Start, freeze and decide: the practice's manager or a partner; where a commissioner buys for practices, its commissioning manager. */
export function mayRunProject(actor: Actor, project: Owned): Decision {
  const may = buyerRoles.some((role) => grantOf(actor, role, project.organisationId))
  return may ? allow : deny('Only the practice manager or a GP partner of the practice can do this')
}

/**
 * Read: members of who runs it, and those of every practice that it names, who read and change nothing (I7). A payer reads the
 * decision pack of a practice's project through the call-off it is asked to pay.
 */
export function maySeeProject(actor: Actor, { organisationId, practices = [] }: Concerning): boolean {
  return [organisationId, ...practices.map(({ practiceId }) => practiceId)].some((id) => belongsTo(actor, id))
}
