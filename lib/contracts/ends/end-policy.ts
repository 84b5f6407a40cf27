import { type FundingLimits, limitOf } from '@/lib/funding/funding-request-policy'
import { type Actor, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import { poundsWords } from '@/lib/platform/money'
import type { Contract } from '../contract'
import { type ExitKey, type ExitSide, exitItems, exitSides } from './exit-item'
import type { Notice, PartySide } from './notice'

type Parties = Pick<Contract, 'practiceId' | 'payerId' | 'supplierId'>

/** For which party the actor can sign; nobody signs for both. */
export function partyOf(actor: Actor, contract: Parties): PartySide | undefined {
  if (grantOf(actor, 'funding-approver', contract.payerId)) return 'payer'
  return grantOf(actor, 'supplier-signatory', contract.supplierId) ? 'supplier' : undefined
}

/** Both sides sign that a notice is taken back: two people, once each. */
export function mayRescind(actor: Actor, contract: Parties, notice: Pick<Notice, 'rescissions'> | undefined): Decision {
  const side = partyOf(actor, contract)
  if (!side) return deny('Only a funding approver of the payer and a signatory of the supplier can take a notice back')
  if (notice?.rescissions.some((signed) => signed.side === side)) return deny('Your side has signed already')
  if (notice?.rescissions.some((signed) => signed.personId === actor.userId))
    return deny('You have signed for the other side: nobody signs for both')
  return allow
}

/** Ask for the money: who asks does not approve it (B6), so an approver alone cannot hold a contract over. */
export const mayAskHoldOver = (actor: Actor, { payerId }: Pick<Parties, 'payerId'>): Decision =>
  ['funding-requester', 'practice-manager', 'gp-partner'].some((role) => grantOf(actor, role, payerId))
    ? allow
    : deny('Only a commissioning manager of the payer can ask for the money of a hold-over')

export function mayHoldOver(
  actor: Actor,
  { payerId }: Pick<Parties, 'payerId'>,
  costPence: bigint,
  limits: FundingLimits = {},
): Decision {
  if (!grantOf(actor, 'funding-approver', payerId))
    return deny('Only a funding approver of the paying organisation can hold a contract over')
  return costPence <= limitOf(actor, payerId, limits)
    ? allow
    : deny(`This costs ${poundsWords(costPence)}, which is above your delegated limit`)
}

export function mayEnd(actor: Actor, { payerId }: Parties): Decision {
  return grantOf(actor, 'funding-approver', payerId)
    ? allow
    : deny('Only a funding approver of the paying organisation can start or close the exit')
}

export function mayTick(actor: Actor, contract: Parties, key: ExitKey): Decision {
  const { side } = exitItems[key]
  return speaksFor(actor, contract, side) ? allow : deny(`Only ${exitSides[side]} can say that this is done`)
}

export function mayCease(actor: Actor, contract: Parties): Decision {
  return speaksFor(actor, contract, 'practice') || speaksFor(actor, contract, 'payer')
    ? allow
    : deny('Only the practice manager of the site and a funding approver of the payer can end its use')
}

function speaksFor(actor: Actor, { practiceId, supplierId, payerId }: Parties, side: ExitSide): boolean {
  const [role, organisationId] = {
    practice: ['practice-manager', practiceId],
    supplier: ['supplier-signatory', supplierId],
    payer: ['funding-approver', payerId],
  }[side] as [string, string]
  return grantOf(actor, role, organisationId) !== undefined
}
