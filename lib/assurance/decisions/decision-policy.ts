import { type Actor, belongsTo, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'

/**
 * Whose module it is, who assessed or reviewed it, and who made the decision under appeal: they may not decide about it
 * (AS-04, DE-03).
 */
export type Matter = { assessorIds: string[]; makerIds?: string[]; supplierId: string }

/** An officer who had no part in assessing it and no interest in its supplier may propose. */
export function mayProposeDecision(actor: Actor, { assessorIds, makerIds = [], supplierId }: Matter): Decision {
  if (!grantOf(actor, 'officer')) return deny('Only an officer of the authority can decide about a module')
  if (assessorIds.includes(actor.userId)) return deny('You assessed this module: another officer must decide')
  if (belongsTo(actor, supplierId)) return deny('You hold a role in this supplier: another officer must decide')
  if (makerIds.includes(actor.userId)) return deny('You made the decision under appeal: other officers must decide')
  return allow
}

/** The second signature is another officer's, under the same conditions (2P). */
export function maySecondDecision(actor: Actor, proposal: Matter & { proposedById: string }): Decision {
  const decision = mayProposeDecision(actor, proposal)
  if (!decision.allowed) return decision
  if (actor.userId === proposal.proposedById) return deny('You proposed this: another officer must second it')
  return allow
}
