import { type Actor, belongsTo, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import { isAuthority, isOwn } from '../assessments/assessment-policy'

type Owned = { supplierId: string }
type Raised = Owned & { raisedById: string | null }

/** Anyone who has signed in may say that a module does not keep a requirement. */
export const mayRaiseConcern = (actor: Actor): Decision =>
  actor.kind === 'person' ? allow : deny('Sign in to raise a concern')

/** A legal notice comes through the authority. */
export const mayRaiseLegalNotice = (actor: Actor): Decision =>
  isAuthority(actor) ? allow : deny('Only the authority can record a legal notice')

/** The supplier's own people, and the authority's assessors, reviewers and officers; what is open is public in the register. */
export const maySeeNonConformity = (actor: Actor, owned: Owned): boolean => isOwn(actor, owned) || isAuthority(actor)

/** An assessor without an interest, who did not raise it, says what it is. */
export function mayConfirm(actor: Actor, { raisedById, ...owned }: Raised): Decision {
  if (raisedById !== null && raisedById === actor.userId)
    return deny('You raised this: another assessor must look at it')
  return mayAssess(actor, owned)
}

/** An assessor without an interest raises a severity, sends a plan back or rejects a claim that it is done. */
export function mayAssess(actor: Actor, { supplierId }: Owned): Decision {
  if (!grantOf(actor, 'assessor')) return deny('Only an assessor of the authority can do this')
  return belongsTo(actor, supplierId) ? deny('You hold a role in this supplier: somebody else must do this') : allow
}

/** The supplier answers for its own module: statement, plan, milestones. */
export const mayAnswerFor = (actor: Actor, owned: Owned): Decision =>
  isOwn(actor, owned) ? allow : deny('Only the supplier’s own people can do this')

/** An assessor or an officer without an interest sends a proposed plan back. */
export function mayReturnPlan(actor: Actor, owned: Owned): Decision {
  if (!grantOf(actor, 'officer')) return mayAssess(actor, owned)
  return belongsTo(actor, owned.supplierId)
    ? deny('You hold a role in this supplier: somebody else must do this')
    : allow
}
