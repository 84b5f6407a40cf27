import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthsOfYear } from '@/lib/funding/funding-rules'
import { addDays, addMonths, type Day } from '@/lib/platform/days'
import { type Charged, type ChargedSite, contractMonth, linesOfMonth, priceOfCalls } from './month-charge-rules'
import type { PricePart } from './price-part'
import { totalsOf } from './vat-rules'

const w1 = 1_243_746n
const contract = { startsOn: '2026-06-01', runsUntil: '2029-05-31' }
const part = (yearlyPence: bigint): PricePart => ({
  key: 'l/s',
  siteId: 's',
  practiceId: 'p',
  name: 'Core',
  kind: 'fixed',
  yearlyPence,
})
const siteFrom = (day: Day, ceasedOn: Day | null = null): ChargedSite => ({
  id: 's',
  liveOn: day,
  practiceSaysOn: day,
  supplierSaysOn: day,
  ceasedOn,
})
const charged = (given: Partial<Charged> = {}): Charged => ({
  contract,
  parts: [part(w1)],
  sites: [siteFrom('2026-06-01')],
  usage: [],
  ...given,
})
const net = (of: Charged, month: Day) => totalsOf(linesOfMonth(of, month, 20)).netPence
const monthsFrom = (first: Day, n: number) => Array.from({ length: n }, (_, i) => addMonths(first, i))
const sum = (pence: bigint[]) => pence.reduce((a, b) => a + b, 0n)

describe('the month of a contract', () => {
  it.each([
    ['2026-06-01', '2026-06-01', 0],
    ['2026-06-01', '2027-05-01', 11],
    ['2026-06-01', '2027-06-01', 0],
    ['2026-06-15', '2026-05-01', 11],
    ['2026-06-01', '2025-06-01', 0],
  ])('of a start on %s, %s is number %d', (startsOn, month, n) => expect(contractMonth(startsOn, month)).toBe(n))
})

describe('V1, M3: months', () => {
  it('W1: 9,871 × £1.26 is six months of 103,646 and six of 103,645', () => {
    const months = monthsFrom('2026-06-01', 12).map((month) => net(charged(), month))
    expect(months).toEqual([...Array(6).fill(103_646n), ...Array(6).fill(103_645n)])
    expect(sum(months)).toBe(w1)
  })
  it('W2: the financial years of three years', () => {
    const months = monthsFrom('2026-06-01', 36).map((month) => net(charged(), month))
    const years = [months.slice(0, 10), months.slice(10, 22), months.slice(22, 34), months.slice(34)].map(sum)
    expect(years).toEqual([1_036_456n, 1_243_746n, 1_243_746n, 207_290n])
    expect(sum(years)).toBe(3_731_238n)
  })
  it('W4: in use from 15 June 55,278 + VAT 11,056; from 18 June 44,913 + 8,983', () => {
    const june = (day: Day) => totalsOf(linesOfMonth(charged({ sites: [siteFrom(day)] }), '2026-06-01', 20))
    expect(june('2026-06-15')).toMatchObject({ netPence: 55_278n, vatPence: 11_056n, grossPence: 66_334n })
    expect(june('2026-06-18')).toMatchObject({ netPence: 44_913n, vatPence: 8_983n, grossPence: 53_896n })
  })
  it('W5: 26,150 × £1.26 for 36 months and three single sums of £3,000', () => {
    const parts: PricePart[] = [
      part(3_294_900n),
      ...[1, 2, 3].map((n) => ({ ...part(0n), key: `o${n}/s`, kind: 'once' as const, pence: 300_000n })),
    ]
    const months = monthsFrom('2026-06-01', 36).map((month) => net(charged({ parts }), month))
    expect(months[0]).toBe(274_575n + 900_000n)
    expect(sum(months)).toBe(10_784_700n)
  })
  it('W6: 6,000 × £1.26 from 15 January 2027 to 31 March 2029', () => {
    const of = charged({
      contract: { startsOn: '2027-01-15', runsUntil: '2029-03-31' },
      parts: [part(756_000n)],
      sites: [siteFrom('2027-01-15')],
    })
    const months = monthsFrom('2027-01-01', 27).map((month) => net(of, month))
    expect(months[0]).toBe(34_548n)
    expect(new Set(months.slice(1))).toEqual(new Set([63_000n]))
    expect(sum(months)).toBe(1_672_548n)
  })
})

describe('C4: no day without the word of both', () => {
  it.each([
    ['the practice alone', { ...siteFrom('2026-06-01'), supplierSaysOn: null }],
    ['the supplier alone', { ...siteFrom('2026-06-01'), practiceSaysOn: null }],
    ['two days', { ...siteFrom('2026-06-01'), supplierSaysOn: '2026-06-02' }],
    ['nobody', { id: 's', liveOn: null, practiceSaysOn: null, supplierSaysOn: null, ceasedOn: null }],
  ])('%s: nothing', (_, site) => expect(net(charged({ sites: [site] }), '2026-06-01')).toBe(0n))
  it('and none after it ceased', () =>
    expect(net(charged({ sites: [siteFrom('2026-06-01', '2026-06-16')] }), '2026-06-01')).toBe(51_823n))
})

describe('usage', () => {
  const price = {
    id: 'u',
    basis: 'on-demand' as const,
    mode: 'Volume' as const,
    period: 'none' as const,
    per: 'practice' as const,
    unit: 'call',
    unitPlural: 'calls',
    definition: null,
    tiers: [{ from: '1', unitPrice: '35' }],
    validFrom: '2026-01-01',
  }
  it('W7: 30 × 41,152 calls at £0.00035 are 43,210 p, rounded once', () => {
    const usage = Array.from({ length: 30 }, () => ({
      siteId: 's',
      meter: 'call',
      month: '2026-06-01',
      calls: 41_152n,
    }))
    const parts: PricePart[] = [{ ...part(0n), kind: 'usage', meter: 'call', price, expectedYearlyPence: 0n }]
    expect(linesOfMonth(charged({ parts, usage }), '2026-06-01', 20)).toMatchObject([
      { kind: 'usage', quantity: 1_234_560n, price: 35n, netPence: 43_210n },
    ])
  })
  it('G5: no calls cost nothing', () => expect(priceOfCalls(price, 0n)).toEqual({ price: 35n, netPence: 0n }))
})

describe('M1, M2, M4: sums', () => {
  const pence = fc.bigInt({ min: 0n, max: 10n ** 11n })
  it('M3: the months of any year sum to it, and differ by a penny at most, earlier first', () =>
    fc.assert(
      fc.property(pence, (yearly) => {
        const months = monthsOfYear(yearly)
        expect(sum(months)).toBe(yearly)
        expect(months.toSorted((a, b) => Number(b - a))).toEqual(months)
        expect(months[0]! - months[11]!).toBeLessThanOrEqual(1n)
      }),
      { numRuns: 2_000 },
    ))
  it('M2: lines sum to the net, VAT is rounded once for each rate, and gross is both', () =>
    fc.assert(
      fc.property(fc.array(fc.record({ netPence: pence, vatPercent: fc.constantFrom(0, 5, 20) })), (lines) => {
        const totals = totalsOf(lines)
        expect(totals.netPence).toBe(sum(lines.map((line) => line.netPence)))
        expect(totals.grossPence).toBe(totals.netPence + totals.vatPence)
        for (const { percent, netPence, vatPence } of totals.vat) {
          const twice = 200n * vatPence - 2n * netPence * BigInt(percent)
          expect(twice > -100n && twice <= 100n).toBe(true)
        }
      }),
      { numRuns: 1_000 },
    ))
  it('M4: without a VAT number there is no VAT', () =>
    expect(totalsOf(linesOfMonth(charged(), '2026-06-01', 0))).toMatchObject({ vatPence: 0n, grossPence: 103_646n }))
  it('V1: a corrected go-live never moves another month', () =>
    fc.assert(
      fc.property(pence, fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 1_000 }), (yearly, a, b) => {
        const of = (n: number) => charged({ parts: [part(yearly)], sites: [siteFrom(addDays('2026-06-01', n))] })
        const months = monthsFrom('2026-06-01', 36)
        const [first, last] = [Math.min(a, b), Math.max(a, b)].map((n) => addDays('2026-06-01', n).slice(0, 7))
        const untouched = months.filter((m) => m.slice(0, 7) < first! || m.slice(0, 7) > last!)
        expect(untouched.map((m) => net(of(a), m))).toEqual(untouched.map((m) => net(of(b), m)))
      }),
      { numRuns: 1_000 },
    ))
})
