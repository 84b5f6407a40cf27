import { type Actor, belongsTo, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'

type Owned = { supplierId: string }

/** The supplier's own people, and the authority's assessors, reviewers and officers. */
export const maySeeAssessment = (actor: Actor, assessment: Owned): boolean =>
  isOwn(actor, assessment) || isAuthority(actor)

/** An editor or a signatory of the supplier answers and brings evidence. */
export const mayAnswer = (actor: Actor, assessment: Owned): Decision =>
  isOwn(actor, assessment) ? allow : deny('Only the supplier’s own people can change this claim')

/** Submitting and withdrawing bind the supplier: a signatory's act. */
export const maySubmit = (actor: Actor, assessment: Owned): Decision =>
  grantOf(actor, 'supplier-signatory', assessment.supplierId)
    ? allow
    : deny('Only a signatory of the supplier can do this')

/** An assessor or a reviewer without an interest in the supplier moves the assessment on or sends it back. */
export function mayAdvance(actor: Actor, assessment: Owned): Decision {
  if (!grantOf(actor, 'assessor') && !grantOf(actor, 'reviewer'))
    return deny('Only an assessor or a reviewer of the authority can do this')
  return withoutInterest(actor, assessment)
}

/** An assessor without an interest finds. */
export function mayFind(actor: Actor, assessment: Owned): Decision {
  if (!grantOf(actor, 'assessor')) return deny('Only an assessor of the authority can record what was found')
  return withoutInterest(actor, assessment)
}

/** A reviewer who is somebody else than the assessor signs, or sends back (AC-03). */
export function maySign(actor: Actor, assessment: Owned, assessorIds: string[]): Decision {
  if (!grantOf(actor, 'reviewer')) return deny('Only a reviewer of the authority can sign a finding')
  if (assessorIds.includes(actor.userId)) return deny('You found this yourself: another reviewer must sign it')
  return withoutInterest(actor, assessment)
}

/** A reviewer without an interest says that nothing is left to find (§4). */
export function mayFinish(actor: Actor, assessment: Owned): Decision {
  if (!grantOf(actor, 'reviewer')) return deny('Only a reviewer of the authority can say that it is done')
  return withoutInterest(actor, assessment)
}

const withoutInterest = (actor: Actor, { supplierId }: Owned): Decision =>
  belongsTo(actor, supplierId) ? deny('You hold a role in this supplier: somebody else must do this') : allow

export const isOwn = (actor: Actor, { supplierId }: Owned): boolean =>
  ['supplier-editor', 'supplier-signatory'].some((role) => grantOf(actor, role, supplierId))
export const isAuthority = (actor: Actor): boolean =>
  ['assessor', 'reviewer', 'officer'].some((role) => grantOf(actor, role))
