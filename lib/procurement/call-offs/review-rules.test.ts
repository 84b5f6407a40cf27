import { describe, expect, it } from 'vitest'
import { noticesDue } from './review-rules'

const figures = {
  threshold: 20_772_000n,
  notifiable: 3_000_000n,
  thresholdBasis: 'gross' as const,
  vatPercent: 20n,
  contractNoticeDays: 30,
  endNoticeDays: 30,
}
const due = (pence: bigint) => noticesDue(pence, '2029-05-31', figures).map(({ notice }) => notice)

describe('T12: the notices that will fall due', () => {
  it.each([
    ['W3: 4,477,486 with VAT: only UK7', 3_731_238n, ['UK7']],
    ['a penny below notifiable', 2_499_999n, []],
    ['at notifiable', 2_500_000n, ['UK7']],
    ['a penny below the threshold', 17_309_999n, ['UK7']],
    ['at the threshold', 17_310_000n, ['UK6', 'UK7', 'UK11']],
  ])('%s', (_, pence, notices) => expect(due(pence)).toEqual(notices))

  it('names the day of the notice of its end', () =>
    expect(noticesDue(17_310_000n, '2029-05-31', figures)[2]!.words).toContain('30 June 2029'))
})
