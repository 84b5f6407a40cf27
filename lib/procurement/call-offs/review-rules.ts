import { type Day, dayWords } from '@/lib/platform/days'
import { lastDayFor, type NoticeFigures, standingOf } from '../notices/notice-rules'

export type NoticeDue = { notice: string; words: string }

/**
 * The notices that an order will make due, by its whole life with options and VAT (procurement §8): at or above the threshold
 * the award notice before the signature, the contract notice after it and the notice of its end; below, where it is notifiable,
 * the contract notice alone. Sums in pence.
 */
export function noticesDue(wholeLifePence: bigint, endsOn: Day, figures: NoticeFigures): NoticeDue[] {
  const standing = standingOf(wholeLifePence, figures)
  if (standing === 'above')
    return [
      { notice: 'UK6', words: 'Contract award notice: before the order is signed' },
      {
        notice: 'UK7',
        words: `Contract details notice: ${figures.contractNoticeDays} days, the day of signature counted`,
      },
      {
        notice: 'UK11',
        words: `Contract termination notice: by ${dayWords(lastDayFor('UK11', endsOn, figures))} if it runs its term`,
      },
    ]
  return standing === 'notifiable' ? [{ notice: 'UK7', words: 'Contract details notice: as soon as it is signed' }] : []
}
