import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alarmsDue } from './commitment-alarm-rules'

const over = { kind: 'over-commitment' }
const at = (percent: number) => ({ kind: 'share', percent })

describe('G8: alarms at the set shares of the commitment', () => {
  it.each<[string, bigint, bigint, object[]]>([
    ['nothing charged', 0n, 100_000n, []],
    ['a penny below 80 %', 79_999n, 100_000n, []],
    ['80 % to the penny', 80_000n, 100_000n, [at(80)]],
    ['a penny below 95 %', 94_999n, 100_000n, [at(80)]],
    ['95 %', 95_000n, 100_000n, [at(80), at(95)]],
    ['the whole is not more than the whole', 100_000n, 100_000n, [at(80), at(95)]],
    ['a penny more', 100_001n, 100_000n, [at(80), at(95), over]],
    ['nothing committed', 1n, 0n, [over]],
    ['80 % of an odd sum is not rounded down', 80n, 101n, []],
  ])('%s', (_, charged, committed, due) => expect(alarmsDue(charged, committed, [95, 80])).toEqual(due))

  it('more charges never take an alarm back, and more money never raises one', () => {
    const pence = fc.bigInt({ min: 0n, max: 10n ** 12n })
    fc.assert(
      fc.property(
        pence,
        pence,
        pence,
        fc.array(fc.integer({ min: 1, max: 100 })),
        (charged, committed, more, shares) => {
          const due = alarmsDue(charged, committed, shares)
          expect(alarmsDue(charged + more, committed, shares)).toEqual(expect.arrayContaining(due))
          if (committed > 0n) expect(due).toEqual(expect.arrayContaining(alarmsDue(charged, committed + more, shares)))
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
