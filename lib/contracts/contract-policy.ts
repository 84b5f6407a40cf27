import { type Actor, belongsTo, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import type { Contract } from './contract'
import type { SiteSide } from './site'

type Parties = Pick<Contract, 'practiceId' | 'payerId' | 'supplierId'>

/** Its practices, payer and supplier see a contract; for everybody else it does not exist. */
export function maySeeContract(actor: Actor, contract: Parties, sites: { practiceId: string }[] = []): boolean {
  const { practiceId, payerId, supplierId } = contract
  return [practiceId, payerId, supplierId, ...sites.map((site) => site.practiceId)].some((id) => belongsTo(actor, id))
}

/** The parties as they are at one site: its own practice speaks for it, not the one that ordered for all. */
export const atSite = <T extends Parties>(contract: T, site: { practiceId: string }): T => ({
  ...contract,
  practiceId: site.practiceId,
})

/** For which side the actor can confirm the day of go-live. */
export function sideOf(actor: Actor, contract: Parties): SiteSide | undefined {
  if (grantOf(actor, 'practice-manager', contract.practiceId)) return 'practice'
  if (grantOf(actor, 'supplier-signatory', contract.supplierId)) return 'supplier'
  return undefined
}

export function mayConfirmGoLive(actor: Actor, contract: Parties): Decision {
  return sideOf(actor, contract)
    ? allow
    : deny('Only the practice manager of the site and a signatory of the supplier can confirm the day of go-live')
}

export function mayGiveNotice(actor: Actor, contract: Parties): Decision {
  return grantOf(actor, 'funding-approver', contract.payerId)
    ? allow
    : deny('Only a funding approver of the paying organisation can give notice')
}

/** Recording a contract that ran before the portal is the payer's business: it pays for it. */
export function mayRecordContract(actor: Actor, payerId: string): Decision {
  return grantOf(actor, 'funding-requester', payerId) || grantOf(actor, 'funding-approver', payerId)
    ? allow
    : deny('Only the paying organisation can record a contract that runs already')
}
