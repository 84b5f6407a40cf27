import { buyerRoles } from '@/lib/comparison/shortlist-policy'
import { type FundingLimits, limitOf } from '@/lib/funding/funding-request-policy'
import { type Actor, belongsTo, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import { poundsWords } from '@/lib/platform/money'
import type { CallOff, CallOffState, Side } from './call-off'
import { wholeLifePence } from './call-off-rules'
import { consentOf } from './order-rules'

type Parties = Pick<CallOff, 'practiceId' | 'payerId' | 'supplierId' | 'state' | 'sharedAt'> & {
  sites?: { practiceId: string; state: string }[]
}

/** A supplier sees an order from the moment it is issued; while the buyer still writes it only where the buyer has shown it. */
export const shownToSupplier: CallOffState[] = ['standstill', 'signing', 'signed', 'refused', 'lapsed', 'void']
export const shownEarly: CallOffState[] = ['draft', 'awaiting-funding', 'funded']

export function maySeeCallOff(actor: Actor, callOff: Parties): boolean {
  if (belongsTo(actor, callOff.practiceId)) return true
  // A practice that is asked for its consent must read what it consents to; one that is not in the order sees no more of it.
  const own = (callOff.sites ?? []).filter((site) => belongsTo(actor, site.practiceId))
  if (own.some((site) => site.state === 'consented' || callOff.state === 'draft')) return callOff.state !== 'deleted'
  if (belongsTo(actor, callOff.payerId)) return callOff.state !== 'draft' && callOff.state !== 'deleted'
  const isShared = (callOff.sharedAt ?? null) !== null && shownEarly.includes(callOff.state)
  return belongsTo(actor, callOff.supplierId) && (isShared || shownToSupplier.includes(callOff.state))
}

/** Edit, ask for money, issue, reopen: the practice's manager or a partner; of a commissioner's order its commissioning manager. */
export function mayPrepareCallOff(actor: Actor, callOff: Pick<CallOff, 'practiceId'>): Decision {
  const may = buyerRoles.some((role) => grantOf(actor, role, callOff.practiceId))
  return may ? allow : deny('Only the practice manager or a GP partner of the practice can do this')
}

/** Consent for a practice, or take it back: its own manager or a partner (T6). */
export function mayAnswerFor(actor: Actor, practiceId: string): Decision {
  const may = grantOf(actor, 'practice-manager', practiceId) ?? grantOf(actor, 'gp-partner', practiceId)
  return may ? allow : deny('Only the practice manager or a GP partner of the practice can answer for it')
}

/** The practices of the order for which the actor can answer, the one that writes it apart. */
export const answersFor = (actor: Actor, callOff: Pick<CallOff, 'practiceId' | 'sites'>): string[] =>
  callOff.sites.flatMap(({ practiceId }) =>
    practiceId !== callOff.practiceId && mayAnswerFor(actor, practiceId).allowed ? [practiceId] : [],
  )

/** Whether a draft waits for the consent of a practice that the actor answers for. */
export const awaitsAnswerOf = (actor: Actor, callOff: CallOff): boolean =>
  callOff.state === 'draft' &&
  answersFor(actor, callOff).some((id) =>
    callOff.sites.some((site) => site.practiceId === id && consentOf(callOff, site) === 'asked'),
  )

/** Which side this person signs for; both sides in one person are refused elsewhere (B6). */
export function sideOf(actor: Actor, callOff: Pick<CallOff, 'payerId' | 'supplierId'>): Side | undefined {
  if (grantOf(actor, 'funding-approver', callOff.payerId)) return 'payer'
  return grantOf(actor, 'supplier-signatory', callOff.supplierId) ? 'supplier' : undefined
}

/**
 * Sign: for the payer within the limit on the whole life with options, one's own or lent for today (B6), for the supplier its
 * signatory; each side once, and never one person for both.
 */
export function maySignCallOff(
  actor: Actor,
  callOff: Pick<CallOff, 'payerId' | 'supplierId' | 'totalPence' | 'optionPence' | 'signatures' | 'termsHash'>,
  limits: FundingLimits = {},
): Decision {
  const signed = callOff.signatures.filter((s) => s.termsHash === callOff.termsHash)
  if (signed.some((s) => s.personId === actor.userId))
    return deny('You have signed this order. The other side must be signed by another person')
  const side = sideOf(actor, callOff)
  if (!side) return deny('Only a funding approver of the payer and a signatory of the supplier can sign')
  if (signed.some((s) => s.side === side)) return deny(`The ${side} has signed already`)
  const limit = limitOf(actor, callOff.payerId, limits)
  if (side === 'payer' && wholeLifePence(callOff) > limit)
    return deny(`This order is above your delegated limit of ${poundsWords(limit)}`)
  return allow
}

/** Accept a module under remediation in writing: a funding approver of the payer (assurance §1, §5). */
export function mayAcceptInWriting(actor: Actor, callOff: Pick<CallOff, 'payerId'>): Decision {
  return grantOf(actor, 'funding-approver', callOff.payerId)
    ? allow
    : deny('Only a funding approver of the payer can accept it in writing')
}

/** Refuse to sign: the supplier's signatory. */
export function mayRefuseCallOff(actor: Actor, callOff: Pick<CallOff, 'supplierId'>): Decision {
  return grantOf(actor, 'supplier-signatory', callOff.supplierId)
    ? allow
    : deny('Only a signatory of the supplier can refuse the order')
}
