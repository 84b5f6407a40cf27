import { type Actor, belongsTo, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import { isOwn } from '../assessments/assessment-policy'

type Owned = { supplierId: string }

/** The supplier's own people dispute what was found about their module. */
export const mayDispute = (actor: Actor, of: Owned): Decision =>
  isOwn(actor, of) ? allow : deny('Only the supplier’s own people can dispute a finding')

/** A reviewer who had no part in the finding and has no interest in the supplier rejects a dispute. */
export function mayRejectDispute(actor: Actor, { supplierId }: Owned, finders: string[]): Decision {
  if (!grantOf(actor, 'reviewer')) return deny('Only a reviewer of the authority can reject a dispute')
  if (belongsTo(actor, supplierId)) return deny('You hold a role in this supplier: somebody else must do this')
  if (finders.includes(actor.userId)) return deny('You found or signed it yourself: another reviewer must answer')
  return allow
}
