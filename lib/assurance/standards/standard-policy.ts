import { type Actor, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'

/** The standards author drafts and edits. */
export const mayDraftStandard = (actor: Actor): Decision =>
  grantOf(actor, 'standards-author') ? allow : deny('Only the standards author of the authority can draft a version')

/** Authors and officers see drafts; everybody sees what is published. */
export const maySeeDrafts = (actor: Actor): boolean =>
  ['standards-author', 'officer'].some((role) => grantOf(actor, role))

/** Who drafted it; null for a version that a file named. */
type Matter = { draftedById: string | null }

/** NOT_ALLOWED, INTEREST: an officer without a role in any supplier, who did not draft it (AS-04). */
export function mayProposeAboutStandard(actor: Actor, { draftedById }: Matter): Decision {
  if (!grantOf(actor, 'officer')) return deny('Only an officer of the authority can decide about a standard version')
  if (actor.userId === draftedById) return deny('You drafted this version: another officer must decide')
  if (actor.grants.some((g) => g.role.startsWith('supplier-')))
    return deny('You hold a role in a supplier: another officer must decide')
  return allow
}

/** SAME_PERSON: the second signature is another officer's, under the same conditions (2P). */
export function maySecondAboutStandard(actor: Actor, matter: Matter & { proposedById: string }): Decision {
  const decision = mayProposeAboutStandard(actor, matter)
  if (!decision.allowed) return decision
  if (actor.userId === matter.proposedById) return deny('You proposed this: another officer must second it')
  return allow
}
