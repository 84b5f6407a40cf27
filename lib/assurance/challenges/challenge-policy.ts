import { type Actor, belongsTo, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import { isAuthority } from '../assessments/assessment-policy'

type Of = { supplierId: string; raisedById: string }

/** Anyone who has signed in and does not belong to the supplier: it disputes, others challenge. */
export function mayRaiseChallenge(actor: Actor, { supplierId }: Pick<Of, 'supplierId'>): Decision {
  if (actor.kind !== 'person') return deny('Sign in to challenge a result')
  return belongsTo(actor, supplierId) ? deny('This is your own supplier’s module: dispute a check instead') : allow
}

/** Who raised it, the authority, and the supplier once it is accepted. What is accepted the register shows without its grounds. */
export const maySeeChallenge = (actor: Actor, { supplierId, raisedById }: Of, accepted: boolean): boolean =>
  isAuthority(actor) || actor.userId === raisedById || (accepted && belongsTo(actor, supplierId))

/** An assessor without an interest, who did not raise it. */
export function mayAnswerChallenge(actor: Actor, { supplierId, raisedById }: Of): Decision {
  if (!grantOf(actor, 'assessor')) return deny('Only an assessor of the authority can answer a challenge')
  if (belongsTo(actor, supplierId)) return deny('You hold a role in this supplier: somebody else must do this')
  return actor.userId === raisedById ? deny('You raised this: another assessor must look at it') : allow
}
