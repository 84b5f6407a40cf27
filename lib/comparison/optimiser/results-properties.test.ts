import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryChoice } from '@/lib/testing/arbitrary-choices'
import { type EveryPlan, everyPlan } from '@/lib/testing/every-plan'
import { giveUp } from '@/lib/testing/give-up'
import { syntheticChoice } from '@/lib/testing/markets'
import { searchFor } from '@/lib/testing/solve-choice'
import { answer } from './answer'
import type { Choice } from './choice'
import { findConflict } from './conflict/find-conflict'
import { differentPlans } from './results/different-plans'
import { findBest } from './solve/find-best'

const small = arbitraryChoice({ mostPairs: 9, mostPractices: 2 })
const timeout = 300_000
const holds = (runs: number, property: (choice: Choice) => Promise<void>) =>
  fc.assert(fc.asyncProperty(small, property), { numRuns: runs })
/** Cost and worth of the plans that no other beats in both. */
const undominated = (plans: EveryPlan[]) =>
  plans
    .filter(
      (a) => !plans.some((b) => b.pence <= a.pence && b.worth >= a.worth && (b.pence < a.pence || b.worth > a.worth)),
    )
    .map(({ pence, worth }) => `${pence} ${worth}`)

describe('results/', () => {
  it('frontier-undominated-and-complete: exactly the undominated figures that the oracle counts', { timeout }, () =>
    holds(200, async (choice) => {
      const plans = everyPlan(choice)
      if (plans.length === 0) return
      const { frontier } = await answer(choice, { kind: 'frontier', stepPercent: 1 }, { limitSeconds: 60 })
      const points = frontier!.points.map(({ costPence, worth }) => `${costPence} ${worth}`)
      expect(frontier!.isComplete).toBe(true)
      expect(points.sort()).toEqual([...new Set(undominated(plans))].sort())
    }),
  )

  it('a frontier in steps of 2 % says that it may have stepped over points', { timeout }, async () => {
    const choice = syntheticChoice({ modules: 40, seed: 4, needs: 6, wishes: 15 })
    const of = async (stepPercent: 1 | 2) =>
      (await answer(choice, { kind: 'frontier', stepPercent }, { limitSeconds: 200 })).frontier!
    const [all, steps] = [await of(1), await of(2)]
    const figures = all.points.map(({ costPence }) => costPence)
    expect([all.isComplete, steps.isComplete]).toEqual([true, false])
    expect(steps.points.every(({ costPence }) => figures.includes(costPence))).toBe(true)
    expect(steps.points.length).toBeLessThanOrEqual(all.points.length)
  })

  it(
    'diverse-by-d: each lacks three modules of every plan before it, and none so far away is cheaper',
    { timeout },
    () =>
      holds(200, async (choice) => {
        const search = await searchFor(choice)
        // The oracle counts places of all modules, so only choices in which each has a price are compared.
        if (search.market.modules.length < choice.candidates.length) return
        const { best } = findBest(search)
        if (!best) return
        const all = everyPlan(choice)
        const before = [best.picks]
        for (const { picks, cost } of differentPlans(search, best)) {
          const lacks = (plan: number[]) =>
            before.every((b) => b.filter((pick) => !plan.includes(pick)).length >= Math.min(3, b.length))
          expect(lacks(picks)).toBe(true)
          expect(all.find((plan) => lacks(plan.picks))!.pence).toBe(cost.pence)
          before.push(picks)
        }
        if (before.length < 5)
          expect(
            all.some(({ picks }) =>
              before.every((b) => b.filter((p) => !picks.includes(p)).length >= Math.min(3, b.length)),
            ),
          ).toBe(false)
      }),
  )

  it('conflict-set-infeasible-and-every-member-necessary', { timeout }, () =>
    holds(250, async (choice) => {
      if (everyPlan(choice).length > 0) return
      const search = await searchFor(choice)
      const wishes = [...new Set(search.program.rows.filter((r) => r.kind === 'wish').map((r) => r.group))]
      const { reasons, isSmallest } = findConflict(search)
      expect(isSmallest).toBe(true)
      const named = reasons.map(({ id }) => id).filter((id) => wishes.includes(id))
      // A price that nobody knows is no rule that could be given up, so such conflicts cannot be re-counted.
      const unpriced = search.market.modules.filter(({ gates }) => gates.some((g) => g?.words === 'no price'))
      if (unpriced.length > 0 || search.market.alwaysOwed.length > 0) return
      const onlyNamed = wishes.filter((id) => !named.includes(id)).reduce(giveUp, choice)
      expect(everyPlan(onlyNamed)).toEqual([])
      for (const id of named) expect(everyPlan(giveUp(onlyNamed, id)).length).toBeGreaterThan(0)
      for (const { id, canDrop, costWithoutPence } of reasons)
        if (canDrop) expect(costWithoutPence).toBe(everyPlan(giveUp(choice, id))[0]?.pence.toString() ?? null)
    }),
  )

  it('bound-below-cost, also where the time is up', { timeout }, async () => {
    const choice = syntheticChoice({ modules: 90, seed: 3, needs: 20 })
    const whole = await answer(choice, { kind: 'why-not', moduleId: 'none' }, { limitSeconds: 200 })
    for (const limitSeconds of [0.01, 0.05, 0.1, 0.2, 0.4]) {
      const { status, plan, boundPence } = await answer(choice, { kind: 'why-not', moduleId: 'none' }, { limitSeconds })
      if (plan && boundPence) expect(BigInt(boundPence) <= BigInt(plan.costPence)).toBe(true)
      if (boundPence && whole.plan) expect(BigInt(boundPence) <= BigInt(whole.plan.costPence)).toBe(true)
      if (status === 'optimal') expect(plan!.costPence).toBe(whole.plan!.costPence)
      expect(status).not.toBe('infeasible')
    }
  })

  it('when-never-dearer-than-at-once: to switch in time costs no more than to switch at the start', { timeout }, () =>
    holds(100, async (mixed) => {
      const choice = { ...mixed, limits: { ...mixed.limits, mayDiffer: false } }
      const { plan, whenCostPence } = await answer(choice, { kind: 'when', quarters: 4 }, { limitSeconds: 60 })
      if (plan && whenCostPence) expect(BigInt(whenCostPence) <= BigInt(plan.costPence)).toBe(true)
    }),
  )

  it('a person who cancels gets no claim of proof', async () => {
    const choice = syntheticChoice({ modules: 200, seed: 3 })
    let asked = 0
    const isCancelled = () => ++asked > 3
    const { status, boundPence, plan } = await answer(choice, { kind: 'best' }, { limitSeconds: 60, isCancelled })
    expect(['best-so-far', 'undecided']).toContain(status)
    if (plan && boundPence) expect(BigInt(boundPence) <= BigInt(plan.costPence)).toBe(true)
  })

  it('RUN-5: a solver that needs more memory than it may have ends with the code of a full thread', async () => {
    const run = answer(syntheticChoice({ modules: 60, seed: 3 }), { kind: 'best' }, { limitSeconds: 60, mostBytes: 1 })
    await expect(run).rejects.toMatchObject({ code: 'ERR_WORKER_OUT_OF_MEMORY' })
  })
})
