import { type Actor, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import type { Contract } from '../contract'
import { partyOf } from '../ends/end-policy'
import type { PartySide } from '../ends/notice'
import type { Change } from './change'

type Parties = Pick<Contract, 'practiceId' | 'payerId' | 'supplierId'>

/** For which party the actor can propose: those who sign, and the payer's commissioning manager. */
export function proposerSide(actor: Actor, contract: Parties): PartySide | undefined {
  return partyOf(actor, contract) ?? (grantOf(actor, 'funding-requester', contract.payerId) ? 'payer' : undefined)
}

export const mayPropose = (actor: Actor, contract: Parties): Decision =>
  proposerSide(actor, contract)
    ? allow
    : deny('Only the payer and a signatory of the supplier can propose a change or reject one')

export const mayAskForMoney = (actor: Actor, { payerId }: Parties): Decision =>
  grantOf(actor, 'funding-requester', payerId)
    ? allow
    : deny('Only a commissioning manager of the payer can ask for the money of a change')

/** Two people, one of each side. */
export function maySignChange(actor: Actor, contract: Parties, { signatures }: Pick<Change, 'signatures'>): Decision {
  const side = partyOf(actor, contract)
  if (!side) return deny('Only a funding approver of the payer and a signatory of the supplier can sign a change')
  if (signatures.some((signed) => signed.side === side)) return deny('Your side has signed already')
  if (signatures.some((signed) => signed.personId === actor.userId))
    return deny('You have signed for the other side: nobody signs for both')
  return allow
}

export const mayRecordNotice = (actor: Actor, contract: Parties): Decision =>
  proposerSide(actor, contract) === 'payer' ? allow : deny('Only the payer can record that its notice is published')

export const mayMakeEffective = (actor: Actor, contract: Parties): Decision =>
  actor.kind === 'system' || partyOf(actor, contract) === 'payer'
    ? allow
    : deny('Only a funding approver of the payer can put a change into effect')
