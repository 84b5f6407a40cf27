import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Competition, Entry, Outcome } from './scoring'
import { bandOf, losersWhoDecide, priceOfEntry, scoreCompetition, totalWords } from './scoring-rules'

const entry = (id: string, pounds: number, scores: Record<string, number> = {}, over: Partial<Entry> = {}): Entry => ({
  id,
  lines: [{ oneOffPence: BigInt(Math.round(pounds * 100)), periodicPence: 0n }],
  eligible: true,
  scores,
  ...over,
})
const scored = (competition: Competition): Outcome => {
  const outcome = scoreCompetition(competition)
  if (!('winners' in outcome)) throw new Error(outcome.words)
  return outcome
}
const of = (outcome: Outcome, id: string) => outcome.entries.find((e) => e.id === id)!
const priceOnly = (...entries: Entry[]): Competition => ({ priceWeight: 100, elements: [], entries })

describe('COM-7: the oracles', () => {
  it('D1: weights 30 and 70; the better offer wins though it is dearer', () => {
    const outcome = scored({
      priceWeight: 30,
      elements: [{ id: 'q', weight: 100 }],
      entries: [entry('A', 100, { q: 3 }), entry('B', 200, { q: 5 })],
    })
    expect([of(outcome, 'A'), of(outcome, 'B')].map((e) => [e.band, totalWords(e.total)])).toEqual([
      [5, '3.60'],
      [2, '4.10'],
    ])
    expect(outcome.winners).toEqual(['B'])
  })
  it('£100,000.00, £125,000.00 and £125,000.01 stand in the bands 5, 4 and 3', () => {
    expect([10_000_000n, 12_500_000n, 12_500_001n].map((price) => bandOf(price, 10_000_000n))).toEqual([5, 4, 3])
  })
  it('£100.00, £200.00 and £200.01 stand in the bands 5, 2 and 1', () => {
    expect([10_000n, 20_000n, 20_001n].map((price) => bandOf(price, 10_000n))).toEqual([5, 2, 1])
  })
  it('D4: two offers of nothing win together', () => {
    const outcome = scored(priceOnly(entry('A', 0), entry('B', 0), entry('C', 10)))
    expect(['A', 'B', 'C'].map((id) => of(outcome, id).band)).toEqual([5, 5, 1])
    expect(outcome.winners).toEqual(['A', 'B'])
  })
  it('D2: £10 a month against £9,000 once, over 36 months', () => {
    const monthly = entry('A', 0, {}, { lines: [{ oneOffPence: 0n, periodicPence: 36_000n }] })
    const outcome = scored(priceOnly(monthly, entry('B', 9_000)))
    expect([of(outcome, 'A').band, of(outcome, 'B').band, outcome.winners]).toEqual([5, 1, ['A']])
  })
  it('60 and 40, elements 50 and 50: 4.40 against 4.40, both win', () => {
    const elements = [
      { id: 'x', weight: 50 },
      { id: 'y', weight: 50 },
    ]
    const entries = [entry('A', 100, { x: 4, y: 3 }), entry('B', 120, { x: 5, y: 5 })]
    const outcome = scored({ priceWeight: 60, elements, entries })
    expect(outcome.entries.map((e) => totalWords(e.total))).toEqual(['4.40', '4.40'])
    expect(outcome.winners).toEqual(['A', 'B'])
  })
  it('COM-9: a loser without whom another would win is named', () => {
    const elements = [{ id: 'q', weight: 100 }]
    const entries = [entry('A', 100, { q: 1 }), entry('B', 126, { q: 3 }), entry('C', 300, { q: 5 })]
    const competition = { priceWeight: 40, elements, entries }
    expect(scored(competition).winners).toEqual(['C'])
    expect(scored({ ...competition, entries: entries.slice(1) }).winners).toEqual(['B'])
    expect(losersWhoDecide(competition)).toEqual(['A'])
  })
})

const shape = fc
  .record({ priceWeight: fc.constantFrom(30, 50, 60, 90, 100), count: fc.integer({ min: 1, max: 6 }) })
  .chain(({ priceWeight, count }) => {
    const elements =
      priceWeight === 100
        ? []
        : [
            { id: 'x', weight: 35 },
            { id: 'y', weight: 65 },
          ]
    const score = fc.integer({ min: 1, max: 5 })
    const one = fc.record({
      lines: fc.array(
        fc.record({
          oneOffPence: fc.bigInt({ min: 0n, max: 60_000n }),
          periodicPence: fc.bigInt({ min: 0n, max: 60_000n }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      eligible: fc.boolean(),
      scores: fc.record({ x: score, y: score }),
    })
    return fc
      .array(one, { minLength: count, maxLength: count })
      .map((drawn): Competition => ({ priceWeight, elements, entries: drawn.map((e, i) => ({ id: `e${i}`, ...e })) }))
  })
const holds = (check: (competition: Competition) => void) => fc.assert(fc.property(shape, check), { numRuns: 1000 })
const nth = (competition: Competition, i: number, change: Partial<Entry>): Competition => ({
  ...competition,
  entries: competition.entries.map((e, at) => (at === i ? { ...e, ...change } : e)),
})

describe('scoring/', () => {
  it('winner-has-maximum-displayed-total', () =>
    holds((competition) => {
      const { entries, winners } = scored(competition)
      const shown = entries.filter((e) => e.eligible).map((e) => Number(totalWords(e.total)))
      for (const id of winners)
        expect(Number(totalWords(entries.find((e) => e.id === id)!.total))).toBe(Math.max(...shown))
    }))
  it('offer-order-irrelevant', () =>
    holds((competition) => {
      expect(scored({ ...competition, entries: competition.entries.toReversed() })).toEqual(scored(competition))
    }))
  it('total-between-1-and-5', () =>
    holds((competition) => {
      for (const { total } of scored(competition).entries) {
        expect(total).toBeGreaterThanOrEqual(10_000)
        expect(total).toBeLessThanOrEqual(50_000)
        expect(Number.isInteger(total)).toBe(true)
      }
    }))
  it('dearer-never-raises-own-band', () =>
    holds((competition) => {
      const before = of(scored(competition), 'e0').band
      const lines = [...competition.entries[0]!.lines, { oneOffPence: 1n, periodicPence: 25_000n }]
      expect(of(scored(nth(competition, 0, { lines })), 'e0').band).toBeLessThanOrEqual(before)
    }))
  it('higher-score-never-lowers-total', () =>
    holds((competition) => {
      const { scores } = competition.entries[0]!
      const better = nth(competition, 0, { scores: { ...scores, x: Math.min(5, scores.x! + 1) } })
      expect(of(scored(better), 'e0').total).toBeGreaterThanOrEqual(of(scored(competition), 'e0').total)
    }))
  it('equal-offers-equal-totals', () =>
    holds((competition) => {
      const twin = { ...competition.entries[0]!, id: 'twin' }
      const outcome = scored({ ...competition, entries: [...competition.entries, twin] })
      expect(of(outcome, 'twin').total).toBe(of(outcome, 'e0').total)
    }))
  it('zero-price-always-5', () =>
    holds((competition) => {
      const free = nth(competition, 0, { lines: [{ oneOffPence: 0n, periodicPence: 0n }] })
      expect(of(scored(free), 'e0').band).toBe(5)
    }))
  it('one-off-counts-on-every-line-kind', () =>
    holds((competition) => {
      competition.entries[0]!.lines.forEach((_, at) => {
        const lines = competition.entries[0]!.lines.map((l, i) =>
          i === at ? { ...l, oneOffPence: l.oneOffPence + 7n } : l,
        )
        expect(priceOfEntry({ lines }) - priceOfEntry(competition.entries[0]!)).toBe(7n)
      })
    }))
  it('missing-score-no-winner', () =>
    holds((competition) => {
      if (competition.elements.length === 0) return
      const { x: _, ...scores } = competition.entries[0]!.scores
      expect(scoreCompetition(nth(competition, 0, { scores }))).toMatchObject({ kind: 'missing-score' })
    }))
  it('ineligible-never-wins', () =>
    holds((competition) => {
      const { winners } = scored(competition)
      for (const { id, eligible } of competition.entries) if (!eligible) expect(winners).not.toContain(id)
      expect(winners.length > 0).toBe(competition.entries.some((e) => e.eligible))
    }))
  it('page-and-decision-agree: the winners are exactly the eligible ones at the head of the list that is shown', () =>
    holds((competition) => {
      const { entries, winners } = scored(competition)
      const eligible = entries.filter((e) => e.eligible)
      const head = eligible.filter((e) => totalWords(e.total) === totalWords(eligible[0]!.total)).map((e) => e.id)
      expect(head.toSorted()).toEqual(winners)
    }))
})

it.each([
  ['weights', { priceWeight: 33, elements: [{ id: 'x', weight: 100 }], entries: [] }],
  ['weights', { priceWeight: 40, elements: [{ id: 'x', weight: 95 }], entries: [] }],
  ['weights', { priceWeight: 100, elements: [{ id: 'x', weight: 100 }], entries: [] }],
  ['score-out-of-range', { priceWeight: 40, elements: [{ id: 'x', weight: 100 }], entries: [entry('A', 1, { x: 6 })] }],
  [
    'score-out-of-range',
    { priceWeight: 40, elements: [{ id: 'x', weight: 100 }], entries: [entry('A', 1, { x: 2.5 })] },
  ],
])('a competition is refused for its %s', (kind, competition) => {
  expect(scoreCompetition(competition)).toMatchObject({ kind })
})

it('COM-8: totals are shown exactly, with two to four decimals', () => {
  expect([36_000, 41_250, 44_375, 43_333].map(totalWords)).toEqual(['3.60', '4.125', '4.4375', '4.3333'])
})
