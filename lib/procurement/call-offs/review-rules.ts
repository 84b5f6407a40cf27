import { addDays, type Day, dayWords } from '@/lib/platform/days'
import { roundHalfUp } from '@/lib/platform/money'

export type NoticeFigures = {
  threshold: bigint
  notifiable: bigint
  vatPercent: bigint
  contractNoticeDays: number
  endNoticeDays: number
}
export type NoticeDue = { notice: string; words: string }

/**
 * The notices that an order will make due, by its whole life with options and VAT (procurement §8): at or above the threshold
 * the award notice before the signature, the contract notice after it and the notice of its end; below, where it is notifiable,
 * the contract notice alone. Sums in pence.
 */
export function noticesDue(wholeLifePence: bigint, endsOn: Day, figures: NoticeFigures): NoticeDue[] {
  const gross = wholeLifePence + roundHalfUp(wholeLifePence * figures.vatPercent, 100n)
  if (gross >= figures.threshold)
    return [
      { notice: 'UK6', words: 'Contract award notice: before the order is signed' },
      {
        notice: 'UK7',
        words: `Contract details notice: ${figures.contractNoticeDays} days, the day of signature counted`,
      },
      {
        notice: 'UK11',
        words: `Contract termination notice: by ${dayWords(addDays(endsOn, figures.endNoticeDays))} if it runs its term`,
      },
    ]
  return gross >= figures.notifiable
    ? [{ notice: 'UK7', words: 'Contract details notice: as soon as it is signed' }]
    : []
}
