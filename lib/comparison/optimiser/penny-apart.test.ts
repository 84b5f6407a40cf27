import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidate, tiered, workedChoice } from '@/lib/testing/choices'
import { bestOf } from '@/lib/testing/solve-choice'
import type { Choice } from './choice'

/** One price for the whole order, paid once; pounds. */
const forOrder = (sum: number) => ({
  ...tiered('declarative', 'SingleFixed', 'none', [[1, sum]]),
  per: 'order' as const,
})
const practices = ['A', 'B'].map((id) => ({ id, name: id, patients: 5_000 }))
const between = (candidates: Choice['candidates'], mayDiffer: boolean): Choice =>
  workedChoice({ practices, needs: [], wishes: [], today: [], candidates }, { mayDiffer })

/**
 * Two systems of about £300,000. The first has two lines that end on half a penny: together £300,000.010 before rounding, but
 * £300,000.02 as billed. The second is £300,000.014 before rounding, £300,000.01 as billed. A solver sees the first as cheaper.
 */
const apart = between(
  [
    candidate('first', { isRecordSystem: true, prices: [forOrder(150_000.005), forOrder(150_000.005)] }),
    candidate('second', { isRecordSystem: true, prices: [forOrder(300_000.014)] }),
  ],
  true,
)

describe('optimiser/penny-apart-plans-ordered', () => {
  it('of two plans £0.01 apart at £300,000 the cheaper is chosen', async () => {
    const { best, isProven, inWindow } = await bestOf(apart)
    expect([best!.cost.pence, isProven, inWindow]).toEqual([30_000_001n, true, 2])
  })

  it('without the doubt window (EX-3) the dearer would be shown, so this test is not blind', async () => {
    const { best } = await bestOf(apart, { doubtWindow: 'off' })
    expect(best!.cost.pence).toBe(30_000_002n)
  })

  it('holds for any number of systems a penny apart, one decision for all', { timeout: 120_000 }, () =>
    fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 0, max: 90 }), { minLength: 2, maxLength: 12 }),
        async (pennies) => {
          const candidates = pennies.map((p, i) =>
            candidate(`M${String(i).padStart(2, '0')}`, {
              isRecordSystem: true,
              prices: [forOrder((30_000_000 + p) / 100)],
            }),
          )
          const { best, isProven } = await bestOf(between(candidates, false))
          expect([best!.cost.pence, isProven]).toEqual([30_000_000n + BigInt(Math.min(...pennies)), true])
        },
      ),
      { numRuns: 100 },
    ),
  )
})
