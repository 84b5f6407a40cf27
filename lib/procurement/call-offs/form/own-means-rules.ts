import { yearWords } from '@/lib/funding/funding-request'
import { poundsWords } from '@/lib/platform/money'
import type { CallOff } from '../call-off'
import { wholeLifePence } from '../call-off-rules'
import type { OrderFacts } from './order-section'

type Buyer = Pick<CallOff, 'practiceId' | 'sites'>

/** Whether a practice orders for itself; a commissioner that buys for its practices is none of them. */
export const isOwnOrder = ({ practiceId, sites }: Buyer): boolean =>
  sites.some((site) => site.practiceId === practiceId)

/** Whether the practice that orders pays for itself (T9). */
export const paysItself = (order: Buyer & Pick<CallOff, 'payerId'>): boolean =>
  order.payerId === order.practiceId && isOwnOrder(order)

/**
 * Why the practice that orders cannot pay this order itself, in words; undefined where it can: it pays for nobody else, has money
 * of its own for every year, and somebody other than who asks may approve the whole life (T9, B6). Sums in pence.
 */
export function ownMeansProblem(
  order: Pick<CallOff, 'practiceId' | 'sites' | 'totalPence' | 'optionPence'>,
  years: { year: number; pence: bigint }[],
  { ownMeans, askerId }: Pick<OrderFacts, 'ownMeans' | 'askerId'>,
): string | undefined {
  if (!isOwnOrder(order)) return 'Only a practice that orders for itself can pay itself.'
  if (order.sites.length > 1) return 'A practice pays for itself only. Take the other practices out of the order first.'
  for (const { year, pence } of years) {
    const line = ownMeans.years.find((one) => one.year === year)
    if (!line) return `The practice has no LOCAL budget for ${yearWords(year)}. Its finance officer must set one first.`
    if (line.leftPence < pence)
      return `The LOCAL budget of the practice for ${yearWords(year)} has ${poundsWords(line.leftPence)} left: this needs ${poundsWords(pence)}.`
  }
  const whole = wholeLifePence(order)
  const others = ownMeans.approvers.filter(({ personId }) => personId !== askerId)
  if (others.length === 0)
    return 'Nobody else of the practice may approve: it needs a funding approver who is another person than who asks.'
  return others.some(({ limitPence }) => limitPence >= whole)
    ? undefined
    : `No other funding approver of the practice may approve ${poundsWords(whole)}: the limit of each is lower.`
}

/** How much of its own money the practice has for the years of the order, in words. */
export const ownMeansWords = (years: { year: number }[], { ownMeans }: Pick<OrderFacts, 'ownMeans'>): string =>
  years
    .flatMap(({ year }) => ownMeans.years.find((one) => one.year === year) ?? [])
    .map(({ year, leftPence }) => `${yearWords(year)} ${poundsWords(leftPence)}`)
    .join(', ')
