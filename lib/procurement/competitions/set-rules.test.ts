import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outcome, Competition as Scored } from '@/lib/comparison/scoring/scoring'
import { scoreCompetition, totalWords } from '@/lib/comparison/scoring/scoring-rules'
import type { FrozenEntry, Project } from '../projects/project'
import { agreedSheet, type Competition, type Element, type Score } from './competition'
import { judge } from './outcome-rules'
import { viewsOf } from './result-views'
import { areSets, coveringSets, qualityOf } from './set-rules'

const of = (id: string, capabilityIds: string[]) => ({ id, capabilityIds })
const entry = (id: string, capabilityIds: string[], pounds: number): FrozenEntry =>
  ({
    id,
    moduleName: id.toUpperCase(),
    capabilityIds,
    prices: [],
    termPence: BigInt(pounds * 100),
  }) as unknown as FrozenEntry
const elements: Element[] = [
  {
    kind: 'features',
    weight: 50,
    features: [
      { id: 'must-1', text: 'x', level: 'must' },
      { id: 'each-1', text: 'y', level: 'must', each: true },
    ],
  },
  { kind: 'implementation', weight: 50, text: 'x' },
]
type Given = Record<string, [must: number, each: number, features: number, implementation: number]>
const held = (entries: FrozenEntry[], scores: Given, needed: string[], priceWeight = 60) => {
  const project = { entries, capabilityIds: needed, listSize: 1, practices: [], termMonths: 36 } as unknown as Project
  const entrants = entries.map(({ id }) => ({ entryId: id, supplierId: id }))
  const competition = { priceWeight, elements: priceWeight === 100 ? [] : elements, entrants } as unknown as Competition
  const given = Object.entries(scores).flatMap(([entryId, values]) =>
    ['must-1', 'each-1', 'features', 'implementation'].map(
      (criterionId, i) => ({ entryId, criterionId, sheet: agreedSheet, number: 1, value: values[i] }) as Score,
    ),
  )
  return judge(project, competition, [], given)
}

describe('which sets compete', () => {
  it('none where the need names nothing, or every entry covers all of it', () => {
    expect(areSets([], [of('a', ['C1'])])).toBe(false)
    expect(areSets(['C1'], [of('a', ['C1']), of('b', ['C1', 'C2'])])).toBe(false)
    expect(areSets(['C1', 'C2'], [of('a', ['C1', 'C2']), of('b', ['C2'])])).toBe(true)
  })

  it('exactly those that cover everything and can spare nobody', () => {
    const entries = [of('d', ['C1', 'C2']), of('c', ['C2']), of('b', ['C2']), of('a', ['C1'])]
    expect(
      coveringSets(['C1', 'C2'], entries)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['a b', 'a c', 'd'])
  })

  it('property: the same as to look at every subset by hand', () => {
    const needed = ['A', 'B', 'C', 'D']
    const one = fc.subarray(needed, { minLength: 1 })
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 7 }), (covers) => {
        const entries = covers.map((capabilityIds, i) => of(`e${i}`, capabilityIds))
        const covered = (ids: string[]) =>
          needed.every((n) => entries.some((e) => ids.includes(e.id) && e.capabilityIds.includes(n)))
        const byHand = subsets(entries.map(({ id }) => id)).filter(
          (ids) => covered(ids) && ids.every((out) => !covered(ids.filter((id) => id !== out))),
        )
        expect(
          coveringSets(needed, entries)
            .map(({ id }) => id)
            .sort(),
        ).toEqual(byHand.map((ids) => ids.join(' ')).sort())
      }),
    )
  })
})

describe('the quality of a set', () => {
  it('sums the score of whoever covers each capability, of several the lowest', () => {
    const set = [of('a', ['C1', 'C2']), of('b', ['C2', 'C3'])]
    const score: Record<string, number> = { a: 5, b: 2 }
    expect(qualityOf(['C1', 'C2', 'C3'], set, (id) => score[id]!)).toBe(5 + 2 + 2)
  })

  it('property: entries that cover all have the totals of COM-7, winner and order the same, times the parts', () => {
    const score = fc.integer({ min: 1, max: 5 })
    const one = fc.record({ price: fc.integer({ min: 0, max: 500 }), x: score, y: score, eligible: fc.boolean() })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 16 }), (drawn, parts) => {
        const scoredWith = (times: number): Scored => ({
          priceWeight: 60,
          elements: [
            { id: 'x', weight: 35 },
            { id: 'y', weight: 65 },
          ],
          ...(times === 1 ? {} : { parts: times }),
          entries: drawn.map(({ price, x, y, eligible }, i) => ({
            id: `e${i}`,
            lines: [{ oneOffPence: 0n, periodicPence: BigInt(price) }],
            eligible,
            scores: { x: x * times, y: y * times },
          })),
        })
        const [alone, inParts] = [1, parts].map((n) => scoreCompetition(scoredWith(n)) as Outcome)
        expect(inParts!.winners).toEqual(alone!.winners)
        expect(inParts!.entries.map(({ id, total }) => [id, total])).toEqual(
          alone!.entries.map(({ id, total }) => [id, total * parts]),
        )
      }),
    )
  })
})

describe('COM-7 over sets', () => {
  it('the price is that of the whole set, the quality that of each part; the single entry competes with the pair', () => {
    const entries = [entry('a', ['C1'], 400), entry('b', ['C2'], 500), entry('w', ['C1', 'C2'], 1000)]
    const judged = held(entries, { a: [1, 1, 5, 4], b: [0, 1, 2, 3], w: [1, 1, 3, 3] }, ['C1', 'C2'])
    const shown = judged.outcome.entries.map(({ id, pricePence, band, total }) => [
      id,
      pricePence,
      band,
      totalWords(total / 2),
    ])
    expect(shown).toEqual([
      ['a b', 90_000n, 5, '4.40'],
      ['w', 100_000n, 4, '3.60'],
    ])
    expect(judged.outcome.winners).toEqual(['a b'])
    expect(judged.deciders).toEqual([])
  })

  it('COM-6: a must is met by one of the set, a must of each by all of them', () => {
    const entries = [entry('a', ['C1'], 400), entry('b', ['C2'], 500)]
    const won = (scores: Given) => held(entries, scores, ['C1', 'C2']).outcome.winners
    expect(won({ a: [1, 1, 3, 3], b: [0, 1, 3, 3] })).toEqual(['a b'])
    expect(won({ a: [0, 1, 3, 3], b: [0, 1, 3, 3] })).toEqual([])
    expect(won({ a: [1, 1, 3, 3], b: [1, 0, 3, 3] })).toEqual([])
  })

  it('COM-8, COM-9: sets that are equal win alike; a module without which others would win is named', () => {
    const tie = [entry('a', ['C1'], 100), entry('b', ['C2'], 100), entry('c', ['C2'], 100)]
    expect(held(tie, {}, ['C1', 'C2'], 100).outcome.winners).toEqual(['a b', 'a c'])
    const entries = [
      entry('a', ['C1', 'C2'], 100),
      entry('b', ['C1', 'C2'], 126),
      entry('c', ['C1'], 150),
      entry('d', ['C2'], 150),
    ]
    const scores: Given = { a: [1, 1, 1, 1], b: [1, 1, 3, 3], c: [1, 1, 5, 5], d: [1, 1, 5, 5] }
    const judged = held(entries, scores, ['C1', 'C2'], 40)
    expect(judged.outcome.winners).toEqual(['c d'])
    expect(judged.deciders).toEqual(['a'])
  })

  it('totals that differ are shown differently: one step of any is more than the last of four decimals', () => {
    const least = 25 / 16
    expect(totalWords(30_000 / 1)).not.toBe(totalWords(30_000 + least))
  })

  it('ABS-1, ABS-3: beside it a set is judged by its own figures, its worth between those of two scores', () => {
    const entries = [entry('a', ['C1'], 400), entry('b', ['C2'], 500)]
    const judged = held(entries, { a: [1, 1, 5, 4], b: [1, 1, 2, 3] }, ['C1', 'C2'])
    const values = [{ kind: 'features' as const, pence: ['0', '1000', '2000', '3001', '4000'] }]
    const [line] = viewsOf(judged, { floor: 3, values }).lines
    expect([line!.name, line!.points, line!.adjusted]).toEqual(['A with B', '3.50', '£874.99'])
  })
})

function subsets(ids: string[]): string[][] {
  const all: string[][] = [[]]
  for (const id of ids) all.push(...all.map((set) => [...set, id]))
  return all.slice(1)
}
