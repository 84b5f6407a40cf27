import { type Actor, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import type { CallOff, CallOffState } from '../call-off'
import { mayPrepareCallOff } from '../call-off-policy'
import type { ProposalCommand } from './proposal'

/** Until both have signed, the terms can still be talked about. */
export const proposableStates: CallOffState[] = ['draft', 'awaiting-funding', 'funded', 'standstill', 'signing']

/** Propose other dates, milestones or exit terms, and take that back: who writes and who signs for the supplier. */
export function mayProposeTerms(actor: Actor, callOff: Pick<CallOff, 'supplierId'>): Decision {
  const may =
    grantOf(actor, 'supplier-editor', callOff.supplierId) ?? grantOf(actor, 'supplier-signatory', callOff.supplierId)
  return may ? allow : deny('Only an editor or signatory of the supplier can do this')
}

/** Accept and reject: who prepares the order. Withdraw: who may propose. */
export const mayAnswerProposal = (
  actor: Actor,
  callOff: Pick<CallOff, 'practiceId' | 'supplierId'>,
  command: ProposalCommand,
): Decision => (command === 'withdraw' ? mayProposeTerms(actor, callOff) : mayPrepareCallOff(actor, callOff))
