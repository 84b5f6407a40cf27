import { type Actor, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'

/** Who assessed or reviewed the module version: they may not decide about it (AS-04). */
export type Assessed = { assessorIds: string[] }

/** An officer who had no part in assessing it may propose to suspend a module or to lift its suspension. */
export function mayProposeDecision(actor: Actor, assessed: Assessed): Decision {
  if (!grantOf(actor, 'officer')) return deny('Only an officer of the authority can decide about a module')
  if (assessed.assessorIds.includes(actor.userId)) return deny('You assessed this module: another officer must decide')
  return allow
}

/** The second signature is another officer's, under the same conditions (2P). */
export function maySecondDecision(actor: Actor, proposal: Assessed & { proposedById: string }): Decision {
  const decision = mayProposeDecision(actor, proposal)
  if (!decision.allowed) return decision
  if (actor.userId === proposal.proposedById) return deny('You proposed this: another officer must second it')
  return allow
}
