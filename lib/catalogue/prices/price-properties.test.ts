import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/platform/days'
import { cliffAt, cliffsOf } from './cliff-rules'
import { lineTotal, penceFor, periodsOf } from './line-rules'
import type { Price, PriceMode, Tier } from './price'
import { isDearerSomewhere } from './price-change-rules'
import { priceOf } from './price-rules'

const runs = { numRuns: 1000 }
const tiers = fc.uniqueArray(fc.integer({ min: 2, max: 60 }), { maxLength: 6 }).chain((froms) =>
  fc
    .array(fc.integer({ min: 0, max: 300 }), { minLength: froms.length + 1, maxLength: froms.length + 1 })
    .map((prices): Tier[] =>
      [1, ...froms.sort((a, b) => a - b)].map((from, i) => ({
        from: BigInt(from),
        unitPrice: BigInt(prices[i]! * 10),
      })),
    ),
)
const mode = fc.constantFrom<PriceMode>('SingleFixed', 'Volume', 'Cumulative')
const price = fc.record({ tiers, mode, period: fc.constantFrom('none', 'month', 'year') }).map(
  (p): Price => ({
    id: 'p',
    basis: 'declarative',
    per: 'practice',
    unit: 'unit',
    unitPlural: 'units',
    definition: null,
    validFrom: '2026-01-01',
    ...p,
    period: p.period as Price['period'],
  }),
)
const yearly: Price = {
  id: 'p',
  basis: 'patient',
  mode: 'Volume',
  period: 'year',
  per: 'practice',
  unit: 'patient',
  unitPlural: 'patients',
  definition: null,
  tiers: [],
  validFrom: '2026-01-01',
}
const share = fc.record({
  quantity: fc.bigInt({ min: 0n, max: 40n }),
  goLive: fc.integer({ min: 0, max: 1200 }).map((n) => addDays('2026-04-01', n)),
})
const upTo = (n: number) => Array.from({ length: n }, (_, i) => BigInt(i))

describe('pricing/', () => {
  it('cumulative-never-falls', () =>
    fc.assert(
      fc.property(tiers, (t) => {
        const costs = upTo(80).map((q) => priceOf({ mode: 'Cumulative', tiers: t }, q))
        expect(costs.every((c, i) => i === 0 || c >= costs[i - 1]!)).toBe(true)
      }),
      runs,
    ))

  it('cumulative equals the sum of the price of every single unit', () =>
    fc.assert(
      fc.property(tiers, fc.bigInt({ min: 0n, max: 80n }), (t, q) => {
        const each = upTo(Number(q)).map((i) => t.findLast((tier) => tier.from <= i + 1n)!.unitPrice)
        expect(priceOf({ mode: 'Cumulative', tiers: t }, q)).toBe(each.reduce((a, b) => a + b, 0n))
      }),
      runs,
    ))

  it('one-tier-volume-equals-cumulative', () =>
    fc.assert(
      fc.property(tiers, fc.bigInt({ min: 0n, max: 1000n }), ([first], q) => {
        expect(priceOf({ mode: 'Volume', tiers: [first!] }, q)).toBe(
          priceOf({ mode: 'Cumulative', tiers: [first!] }, q),
        )
      }),
      runs,
    ))

  it('periods-sum-to-line', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 1, max: 120 }), (line, count) => {
        const periods = periodsOf(line, count)
        expect(periods.reduce((a, b) => a + b, 0n)).toBe(line)
        expect(periods[0]! - periods.at(-1)!).toBeLessThanOrEqual(1n)
      }),
      runs,
    ))

  it('shares-sum-to-line', () =>
    fc.assert(
      fc.property(price, fc.array(share, { minLength: 1, maxLength: 5 }), (p, shares) => {
        const line = lineTotal(p, shares, '2029-03-31')
        expect(line.shares.reduce((a, b) => a + b, 0n)).toBe(line.pence)
        expect(line.shares.every((s) => s >= 0n)).toBe(true)
      }),
      runs,
    ))

  it('cliff-iff-cheaper-higher-quantity', () =>
    fc.assert(
      fc.property(tiers, mode, fc.bigInt({ min: 1n, max: 70n }), (t, m, q) => {
        const p = { mode: m, tiers: t }
        const cheaper = upTo(70).some((i) => i > q && priceOf(p, i) < priceOf(p, q))
        expect(cliffAt(p, q) !== undefined).toBe(cheaper)
        expect(cliffsOf(p).some((c) => c.from <= q && q <= c.to)).toBe(cheaper)
      }),
      runs,
    ))

  it('notice-iff-dearer-somewhere', () =>
    fc.assert(
      fc.property(price, price, (a, b) => {
        const [now, next] = [
          { ...a, period: 'year' as const },
          { ...b, period: 'year' as const },
        ]
        // Far beyond the last edge (60) the slopes have decided: 20,000 is past any crossing of these small prices.
        const dearer = [...upTo(130), 10n ** 8n].some((q) => priceOf(next, q) > priceOf(now, q))
        expect(isDearerSomewhere(now, next)).toBe(dearer)
      }),
      runs,
    ))

  it('no-float: the cost of a term is the exact fraction, rounded half up once, however large', () =>
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 11n }),
        fc.bigInt({ min: 1n, max: 10n ** 8n }),
        fc.integer({ min: 1, max: 120 }),
        (unitPrice, quantity, months) => {
          const p: Price = { ...yearly, tiers: [{ from: 1n, unitPrice }] }
          const pence = penceFor(p, quantity, { numerator: BigInt(months), denominator: 1n })
          // 2 × 12 × 1000 × the pence lies within one half of the exact figure, and a half goes up.
          const off = 24_000n * pence - 2n * unitPrice * quantity * BigInt(months)
          expect(off > -12_000n && off <= 12_000n).toBe(true)
        },
      ),
      runs,
    ))

  it('no-float: a price beyond 2^53 keeps its pennies', () => {
    const big = { mode: 'Volume' as const, tiers: [{ from: 1n, unitPrice: 100_000_000_000n }] }
    expect(priceOf(big, 99_999_999n)).toBe(9_999_999_900_000_000_000n)
  })
})
