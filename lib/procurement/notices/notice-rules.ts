import { addDays, type Day } from '@/lib/platform/days'
import { roundHalfUp } from '@/lib/platform/money'
import { invalidField, ok, type Result } from '@/lib/platform/refusal'
import type { NoticeObligation, OrderNoticeKind } from './notice-obligation'

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

const fewestCharacters = 30

/**
 * What is kept of the words with which a payer completes a notice: null where its draft lacks nothing. @returns a refusal where
 * indicators are missing and nobody says which were added, or why there are fewer (Procurement Act 2023, section 52(2); L11).
 */
export function completionOf({ missing }: Pick<NoticeObligation, 'missing'>, given = ''): Result<string | null> {
  if (missing === 0) return ok(null)
  if (given.length >= fewestCharacters) return ok(given)
  return invalidField(
    'completion',
    `Say in ${fewestCharacters} characters or more which ${missing} indicators you added, or why there are fewer`,
  )
}
