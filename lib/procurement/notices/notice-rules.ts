import { addDays, type Day } from '@/lib/platform/days'
import { roundHalfUp } from '@/lib/platform/money'
import type { OrderNoticeKind } from './notice-obligation'

export type NoticeFigures = {
  threshold: bigint
  notifiable: bigint
  thresholdBasis: 'gross' | 'net'
  vatPercent: bigint
  contractNoticeDays: number
  endNoticeDays: number
}

/** A sum without VAT on the basis on which thresholds and floors count (K1), in pence. */
export const onThresholdBasis = (pence: bigint, { thresholdBasis, vatPercent }: NoticeFigures): bigint =>
  thresholdBasis === 'net' ? pence : pence + roundHalfUp(pence * vatPercent, 100n)

/** Where a whole life stands, options included, in pence without VAT (Procurement Act 2023, Schedule 1 and section 87). */
export function standingOf(wholeLifePence: bigint, figures: NoticeFigures): 'above' | 'notifiable' | 'below' {
  const { vatPercent, threshold, notifiable } = figures
  const gross = wholeLifePence + roundHalfUp(wholeLifePence * vatPercent, 100n)
  if (onThresholdBasis(wholeLifePence, figures) >= threshold) return 'above'
  return gross >= notifiable ? 'notifiable' : 'below'
}

/**
 * The last day for a notice after a signature or an end. Of the details notice the day of signature is counted, so 30 days from
 * 28 May end on 26 June (W11); of the termination notice the days begin after the end.
 */
export const lastDayFor = (kind: Exclude<OrderNoticeKind, 'UK6'>, from: Day, figures: NoticeFigures): Day =>
  kind === 'UK7' ? addDays(from, figures.contractNoticeDays - 1) : addDays(from, figures.endNoticeDays)
