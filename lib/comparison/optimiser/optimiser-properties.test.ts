import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryChoice } from '@/lib/testing/arbitrary-choices'
import { candidate, perPatient, tiered, workedChoice } from '@/lib/testing/choices'
import { everyPlan } from '@/lib/testing/every-plan'
import { syntheticChoice } from '@/lib/testing/markets'
import { secondAnswer } from '@/lib/testing/second-formulation'
import { bestOf, searchFor } from '@/lib/testing/solve-choice'
import { answer } from './answer'
import type { Choice, Plan } from './choice'
import { greedyPlan } from './results/greedy'

const small = arbitraryChoice({ mostPairs: 8, mostPractices: 2 })
const timeout = 300_000
const costOf = async (choice: Choice) => (await bestOf(choice)).best?.cost.pence
const sum = (texts: { pence: string }[]) => texts.reduce((total, { pence }) => total + BigInt(pence), 0n)
const holds = (runs: number, property: (choice: Choice) => Promise<void>) =>
  fc.assert(fc.asyncProperty(small, property), { numRuns: runs })

describe('optimiser/', () => {
  it('equals-second-formulation: another solver, pairs instead of rows, up to 60 modules', { timeout }, async () => {
    let feasible = 0
    for (let seed = 1; seed <= 50; seed++) {
      const choice = syntheticChoice({ modules: 20 + (seed % 5) * 10, seed, needs: 6 + (seed % 10) })
      const { best, isProven } = await bestOf(choice)
      const second = secondAnswer(choice)
      expect(isProven).toBe(true)
      expect(best === undefined).toBe(second === undefined)
      if (second === undefined) continue
      feasible++
      expect(Math.abs(Number(best!.cost.pence) / 100 - second)).toBeLessThan(0.005)
    }
    expect(feasible).toBeGreaterThan(20)
  })

  it(
    'every-plan-passes-check, cost-equals-price-rules: each shown plan is one that the oracle counts',
    { timeout },
    () =>
      holds(150, async (choice) => {
        const counted = new Map(everyPlan(choice).map((plan) => [namesOf(choice, plan.picks), plan]))
        const { plan, others, greedy } = await answer(choice, { kind: 'best' }, { limitSeconds: 60 })
        for (const shown of [plan, greedy, ...others].filter((p): p is Plan => p !== null)) {
          const oracle = counted.get(namesOfPlan(shown))
          expect(oracle?.pence.toString()).toBe(shown.costPence)
          expect([shown.worth, shown.suppliers]).toEqual([oracle?.worth, oracle?.suppliers])
          expect([sum(shown.parts), sum(shown.years)]).toEqual([oracle?.pence, oracle?.pence])
        }
      }),
  )

  it('never-dearer-than-greedy', { timeout }, () =>
    holds(200, async (choice) => {
      const search = await searchFor(choice)
      const greedy = greedyPlan(search.market)
      const { best } = await bestOf(choice)
      if (greedy) expect(best!.cost.pence <= greedy.cost.pence).toBe(true)
    }),
  )

  it('more-needs-never-cheaper', { timeout }, () =>
    holds(200, async (choice) => {
      const [all, fewer] = [await costOf(choice), await costOf({ ...choice, needs: choice.needs.slice(1) })]
      if (all !== undefined) expect(fewer! <= all).toBe(true)
    }),
  )

  it('larger-budget-never-dearer', { timeout }, () =>
    holds(200, async (choice) => {
      const tight = { ...choice, limits: { ...choice.limits, budgetPence: '1000000' } }
      const [less, more] = [
        await costOf(tight),
        await costOf({ ...choice, limits: { ...choice.limits, budgetPence: '1000001' } }),
      ]
      if (less !== undefined) expect(more! <= less).toBe(true)
    }),
  )

  it('adding-a-module-never-dearer: one that nobody runs and that nothing names', { timeout }, () =>
    holds(200, async (choice) => {
      const more = candidate('Z', { meets: ['n1', 'n2'], fulfils: ['w1'], supplierId: 's9', prices: [perPatient(0.1)] })
      const [before, after] = [
        await costOf(choice),
        await costOf({ ...choice, candidates: [...choice.candidates, more] }),
      ]
      if (before !== undefined) expect(after! <= before).toBe(true)
    }),
  )

  it('order-of-input-irrelevant, rerun-byte-identical over three runs', { timeout }, () =>
    holds(60, async (choice) => {
      const turned = {
        ...choice,
        practices: [...choice.practices].reverse(),
        needs: [...choice.needs].reverse(),
        wishes: [...choice.wishes].reverse(),
        today: [...choice.today].reverse(),
        candidates: choice.candidates.map((c) => ({ ...c, meets: [...c.meets].reverse() })).reverse(),
      }
      const runs = []
      for (const one of [choice, choice, turned])
        runs.push(JSON.stringify(await answer(one, { kind: 'best' }, { limitSeconds: 60 })))
      expect(runs[1]).toBe(runs[0])
      expect(runs[2]).toBe(runs[0])
    }),
  )

  it('rerun-byte-identical on a market of 50 modules', { timeout }, async () => {
    const choice = syntheticChoice({ modules: 50, seed: 4, needs: 15 })
    const runs = []
    for (let i = 0; i < 3; i++) runs.push(JSON.stringify(await answer(choice, { kind: 'best' }, { limitSeconds: 120 })))
    expect(new Set(runs).size).toBe(1)
  })

  it('budget-to-the-penny: the optimum’s own cost is enough, a penny less is not', { timeout }, () =>
    holds(150, async (choice) => {
      const free = { ...choice, limits: { ...choice.limits, budgetPence: null } }
      const cost = await costOf(free)
      if (cost === undefined || cost === 0n) return
      const withBudget = (pence: bigint) => costOf({ ...free, limits: { ...free.limits, budgetPence: String(pence) } })
      expect(await withBudget(cost)).toBe(cost)
      expect(await withBudget(cost - 1n)).toBeUndefined()
    }),
  )
})

describe('optimiser/tier-edges-match-price-rules', () => {
  const edge = {
    Volume: [900, 500, 4_950, 2_500],
    SingleFixed: [100, 50, 50, 25],
    Cumulative: [900, 950, 5_400, 5_425],
  }
  const tiers: [number, number][] = [[1, 100], [10, 50], [100, 25]] // biome-ignore format: as the design writes them
  it.each(Object.entries(edge))(
    '%s at 9, 10, 99 and 100 patients, alone and shared by two practices',
    async (mode, sums) => {
      for (const [i, patients] of [9, 10, 99, 100].entries())
        for (const split of [[patients], [5, patients - 5]]) {
          const choice = workedChoice(
            {
              practices: split.map((size, p) => ({ id: 'AB'[p]!, name: 'AB'[p]!, patients: size })),
              term: { start: '2026-04-01', months: 12, overlapDays: 0 },
              needs: [],
              wishes: [],
              today: [],
              candidates: [
                candidate('P', { isRecordSystem: true, prices: [tiered('patient', mode as 'Volume', 'year', tiers)] }),
              ],
            },
            { mayDiffer: true },
          )
          expect(await costOf(choice)).toBe(BigInt(sums[i]!) * 100n)
        }
    },
  )
})

const namesOf = (choice: Choice, picks: number[]): string => {
  const ids = choice.candidates.map((c) => c.moduleId).sort()
  const practices =
    choice.limits.mayDiffer && choice.practices.length > 1 ? choice.practices.map((p) => p.id).sort() : ['']
  return picks
    .map((pick) => `${ids[Math.floor(pick / practices.length)]}@${practices[pick % practices.length]}`)
    .sort()
    .join()
}
const namesOfPlan = ({ modules, byPractice }: Plan): string =>
  (byPractice?.flatMap((p) => p.modules.map((m) => `${m}@${p.practiceId}`)) ?? modules.map((m) => `${m}@`))
    .sort()
    .join()
