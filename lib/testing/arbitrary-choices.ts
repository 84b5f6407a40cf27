import fc from 'fast-check'
import type { PriceJson } from '@/lib/catalogue/prices/price'
import type { Candidate, Choice, ModuleOfToday } from '@/lib/comparison/optimiser/choice'
import { addDays } from '@/lib/platform/days'
import { candidate, once, tiered } from './choices'

/** How large a random choice may become: pairs of module and practice that decide are what a brute force counts. */
export type Size = { mostPairs: number; mostPractices: number }

const start = '2026-04-01'
/** Sums in pence that collide often, so that ties, edges and pennies are met. */
const pence = fc.oneof(fc.constantFrom(0, 1, 99, 100, 10_000, 10_001), fc.integer({ min: 0, max: 3_000_000 }))
const each = fc.constantFrom(0, 0.01, 0.28, 0.4, 1, 1.26, 3.333)
const patients = fc.constantFrom(0, 9, 10, 99, 100, 4_999, 5_000, 9_871, 12_150)
const edges = fc.uniqueArray(fc.constantFrom(2, 10, 100, 5_000, 10_000, 15_000), { maxLength: 3 })

const price: fc.Arbitrary<PriceJson> = fc.oneof(
  { weight: 4, arbitrary: each.map((e) => tiered('patient', 'Volume', 'year', [[1, e]])) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom('Volume', 'Cumulative', 'SingleFixed'),
        fc.constantFrom('year', 'month', 'none'),
        edges,
        each,
        each,
      )
      .map(([mode, period, froms, first, next]) =>
        tiered('patient', mode as PriceJson['mode'], period as PriceJson['period'], [
          [1, first],
          ...froms.sort((a, b) => a - b).map((from, i): [number, number] => [from, i % 2 === 0 ? next : first]),
        ]),
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('practice', 'order'), fc.constantFrom('year', 'month', 'none'), pence)
      .map(([per, period, p]) => ({
        ...tiered('declarative', 'SingleFixed', period as PriceJson['period'], [[1, p / 100]]),
        per: per as PriceJson['per'],
      })),
  },
  { weight: 1, arbitrary: each.map((e) => tiered('on-demand', 'Volume', 'month', [[1, e]])) },
)

/** Any choice: volume cliffs, mutual requirements, free modules, contracts that end anywhere, gates, keeps, budgets. */
export function arbitraryChoice({ mostPairs, mostPractices }: Size): fc.Arbitrary<Choice> {
  return fc
    .record({ count: fc.integer({ min: 1, max: mostPractices }), mayDiffer: fc.boolean() })
    .chain(({ count, mayDiffer }) => {
      const modules = Math.max(1, Math.floor(mostPairs / (mayDiffer ? count : 1)))
      return fc.integer({ min: 1, max: modules }).chain((n) => choiceOf(count, mayDiffer, n))
    })
}

function choiceOf(count: number, mayDiffer: boolean, modules: number): fc.Arbitrary<Choice> {
  const practiceIds = ['A', 'B', 'C', 'D'].slice(0, count)
  const ids = Array.from({ length: modules }, (_, i) => `M${String(i).padStart(2, '0')}`)
  const someId = fc.constantFrom(...ids)
  const few = <T>(arbitrary: fc.Arbitrary<T>, odds: number, most = 2): fc.Arbitrary<T[]> =>
    fc.oneof(
      { weight: odds, arbitrary: fc.constant<T[]>([]) },
      { weight: 1, arbitrary: fc.array(arbitrary, { minLength: 1, maxLength: most }) },
    )
  const now: fc.Arbitrary<ModuleOfToday> = fc.record({
    practiceId: fc.constantFrom(...practiceIds),
    moduleId: someId,
    contractReference: fc.constant(null),
    contractEnd: fc.option(fc.integer({ min: -200, max: 1_400 }).map((n) => addDays(start, n))),
    noticeDays: fc.constantFrom(0, 30, 180),
    yearlyPence: fc.option(pence.map(String), { freq: 4 }),
    renewalYearlyPence: fc.option(pence.map(String)),
    exitPence: pence.map(String),
    keep: fc.constantFrom('free', 'free', 'free', 'free', 'must', 'must-not'),
  })
  return fc.record({
    asOf: fc.constant('2026-03-01'),
    practices: fc.tuple(
      ...practiceIds.map((id) => patients.map((size) => ({ id, name: `Practice ${id}`, patients: size }))),
    ),
    term: fc.record({
      start: fc.constant(start),
      months: fc.constantFrom(1, 12, 36),
      overlapDays: fc.constantFrom(0, 0, 90),
    }),
    needs: fc
      .uniqueArray(fc.constantFrom('n1', 'n2', 'n3', 'n4'), { maxLength: 4 })
      .map((n) => n.map((id) => ({ id, words: id }))),
    wishes: fc.tuple(
      ...['w1', 'w2', 'w3', 'w4'].map((id) =>
        fc.integer({ min: 1, max: 9 }).map((worth) => ({ id, words: id, worth })),
      ),
    ),
    candidates: fc.tuple(...ids.map((id, i) => moduleOf(id, i === 0, someId, few))),
    today: fc.uniqueArray(now, { maxLength: 3, selector: (t) => `${t.practiceId}${t.moduleId}` }),
    limits: fc.record({
      budgetPence: fc.option(fc.integer({ min: 0, max: 9_000_000 }).map(String), { freq: 1 }),
      yearlyBudgets: few(fc.integer({ min: 0, max: 5_000_000 }), 4, 1).map((b) =>
        b.map((p) => ({ from: start, pence: String(p) })),
      ),
      floorPercent: fc.constantFrom(0, 0, 0, 10, 34, 70, 100),
      ownCostPence: fc.constantFrom('0', '0', '1', '12000'),
      avoid: few(
        fc.oneof(
          someId.map((id) => ({ kind: 'module' as const, id, name: id, reason: 'a reason' })),
          fc.constantFrom('s0', 's1').map((id) => ({ kind: 'supplier' as const, id, name: id, reason: 'a reason' })),
        ),
        8,
        1,
      ),
      mayDiffer: fc.constant(mayDiffer),
    }),
  })
}

type Few = <T>(arbitrary: fc.Arbitrary<T>, odds: number, most?: number) => fc.Arbitrary<T[]>

function moduleOf(id: string, isFirst: boolean, someId: fc.Arbitrary<string>, few: Few): fc.Arbitrary<Candidate> {
  return fc
    .record({
      supplierId: fc.constantFrom('s0', 's1', 's2', 's3'),
      meets: fc.subarray(['n1', 'n2', 'n3', 'n4']),
      fulfils: fc.subarray(['w1', 'w2', 'w3', 'w4']),
      isRecordSystem: fc.constantFrom(isFirst, isFirst, isFirst, true),
      barred: fc.constantFrom(null, null, null, null, null, null, 'in remediation'),
      keepableUntil: fc.constantFrom(null, null, null, '2027-09-30', '2029-03-31'),
      prices: fc.oneof(
        { weight: 12, arbitrary: fc.array(price, { minLength: 1, maxLength: 2 }) },
        { weight: 1, arbitrary: fc.constant<PriceJson[]>([]) },
      ),
      services: few(
        pence.map((p) => ({ name: 'migration', prices: [once(p / 100)] })),
        1,
        1,
      ),
      requires: few(fc.uniqueArray(someId, { maxLength: 2 }), 4, 1).map((r) =>
        r.map((oneOf) => ({ oneOf, words: `${id} requires` })),
      ),
      conflicts: few(someId, 5, 1),
      pairedWith: fc.option(fc.uniqueArray(someId, { maxLength: 2 }), { freq: 1 }).map((p) => (isFirst ? null : p)),
    })
    .map((over) => candidate(id, over))
}
