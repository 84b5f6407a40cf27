import type { GonePractice } from '@/lib/identity/gone-practice'
import { dayWords } from '@/lib/platform/days'
import type { CallOff, CallOffState, Terms } from './call-off'
import { isJointWork } from './order-kind-rules'
import type { OrderSite } from './order-site'

/** While an order stands so, a successor can take the place of a practice: past draft it goes back there (S1, B7). */
export const mayTakeIn: CallOffState[] = ['draft', 'funded', 'standstill', 'signing']

/** Whether the order need not speak of it: the practice that goes on in this merger is to succeed it, and has not yet. */
export const isExpected = (
  order: Pick<Terms, 'form' | 'lines' | 'sites'>,
  { isGone, successor }: GonePractice,
): boolean =>
  !isGone &&
  isJointWork(order) &&
  order.sites.some(({ practiceId, continues }) => continues && practiceId === successor?.id)

/** What has become of a practice of an order, in words. */
export function goneWords({ name, code, on, isGone, successor }: GonePractice): string {
  const who = `${name} (${code})`
  if (!successor) return `${who} has closed${on ? ` on ${dayWords(on)}` : ''}, and no successor is known`
  const next = `${successor.name} (${successor.code}) from ${dayWords(on!)}`
  return isGone ? `${who} is succeeded by ${next}` : `${who} will be succeeded by ${next}`
}

/** What can be done about it, in words for who writes the order. */
export function wayOn(order: Pick<CallOff, 'practiceId' | 'state'>, gone: GonePractice): string {
  if (gone.id === order.practiceId)
    return 'It wrote this order, so the order ends with it: delete the draft, and its successor starts a project of its own.'
  if (order.state === 'awaiting-funding')
    return 'Withdraw the funding request first. The order is a draft again then, and can be changed.'
  const voids = order.state === 'draft' ? '' : ' The order goes back to draft: approval and signatures are void.'
  if (gone.successor) return `Take the successor instead: it is asked for its own consent.${voids}`
  return order.state === 'draft'
    ? 'Take it out of the order in the step “Practices”.'
    : 'Take the order back to draft, and take the practice out of it there.'
}

/** The order’s practices with the successor in the place of one; where it is named already, it stands there once. */
export function withSuccessor(
  sites: OrderSite[],
  practiceId: string,
  successor: { id: string; listSize: number; asOf: OrderSite['listSizeAsOf'] },
): OrderSite[] {
  const gone = sites.find((site) => site.practiceId === practiceId)
  const others = sites.filter((site) => site.practiceId !== practiceId)
  if (!gone) return sites
  if (others.some((site) => site.practiceId === successor.id))
    return others.map((site) =>
      site.practiceId === successor.id && gone.continues ? { ...site, continues: true } : site,
    )
  const { deliverOn, continues } = gone
  const unanswered = { state: 'asked' as const, answeredById: null, answeredAt: null, consentHash: null }
  const { id, listSize, asOf: listSizeAsOf } = successor
  return [...others, { practiceId: id, listSize, listSizeAsOf, deliverOn, continues, ...unanswered }]
}
