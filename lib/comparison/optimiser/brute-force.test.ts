import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryChoice } from '@/lib/testing/arbitrary-choices'
import { everyPlan } from '@/lib/testing/every-plan'
import { bestOf, searchFor } from '@/lib/testing/solve-choice'
import type { Choice } from './choice'

/** Picks of the oracle count all modules; the market leaves out those without a price, so ids are compared. */
async function idsOf(choice: Choice, picks: number[]): Promise<string[]> {
  const { market } = await searchFor(choice)
  const { length } = market.sites
  return picks.map((pick) => `${market.modules[Math.floor(pick / length)]!.id} ${pick % length}`)
}
function oracleIds(choice: Choice, picks: number[]): string[] {
  const ids = choice.candidates.map((c) => c.moduleId).sort()
  const length = choice.limits.mayDiffer ? choice.practices.length : 1
  return picks.map((pick) => `${ids[Math.floor(pick / length)]} ${pick % length}`)
}

describe('optimiser/', () => {
  it('optimum-equals-brute-force', { timeout: 300_000 }, () =>
    fc.assert(
      fc.asyncProperty(arbitraryChoice({ mostPairs: 14, mostPractices: 3 }), async (choice) => {
        const [oracle] = everyPlan(choice)
        const { best, isProven, boundPence } = await bestOf(choice)
        expect(isProven).toBe(true)
        expect(best?.cost.pence).toBe(oracle?.pence)
        if (!oracle || !best) return
        expect(boundPence).toBe(oracle.pence)
        expect([best.worth, best.changed, best.suppliers]).toEqual([oracle.worth, oracle.changed, oracle.suppliers])
        expect(await idsOf(choice, best.picks)).toEqual(oracleIds(choice, oracle.picks))
      }),
      { numRuns: 1_000 },
    ),
  )
})
