import { describe, expect, it } from 'vitest'
import { billableMonths, endOfTerm, wholeMonths } from './billable-rules'
import { type Billing, billingOf, monthsWords, readCalculator, termPence } from './calculator-rules'
import { cliffAt, cliffsOf } from './cliff-rules'
import { lineTotal, orderTotal, periodsOf } from './line-rules'
import { type Price, priceToJson } from './price'
import { earliestValidFrom } from './price-change-rules'
import { oneOffPence, priceOf, priceWords, yearlyPence } from './price-rules'
import { priceSchema } from './price-schema'

const price = (over: Partial<Price>): Price => ({
  id: 'p1',
  basis: 'patient',
  mode: 'Volume',
  period: 'year',
  per: 'practice',
  unit: 'patient',
  unitPlural: 'patients',
  definition: null,
  tiers: [{ from: 1n, unitPrice: 126_000n }],
  validFrom: '2026-01-01',
  ...over,
})
const tiered = [
  { from: 1n, unitPrice: 10_000_000n },
  { from: 10n, unitPrice: 5_000_000n },
  { from: 100n, unitPrice: 2_500_000n },
]
const perPatient = price({})
const end = '2029-03-31'
const from = (day: string, quantity: bigint) => ({ goLive: day, quantity })

describe('catalogue §7, the tiers 1–9 £100, 10–99 £50, 100+ £25', () => {
  const quantities = [0n, 1n, 9n, 10n, 50n, 99n, 100n, 150n]
  it.each([
    ['SingleFixed', [0, 100, 100, 50, 50, 50, 25, 25]],
    ['Volume', [0, 100, 900, 500, 2500, 4950, 2500, 3750]],
    ['Cumulative', [0, 100, 900, 950, 2950, 5400, 5425, 6675]],
  ] as const)('PRC-4 %s', (mode, pounds) => {
    expect(quantities.map((q) => priceOf({ mode, tiers: tiered }, q))).toEqual(pounds.map((p) => BigInt(p) * 100_000n))
  })

  it('PRC-12 warns at 6–9 and 51–99, not at 5 or 50', () => {
    const volume = { mode: 'Volume', tiers: tiered } as const
    expect(cliffsOf(volume)).toEqual([
      { from: 6n, to: 9n, cheaperAt: 10n },
      { from: 51n, to: 99n, cheaperAt: 100n },
    ])
    expect(cliffAt(volume, 6n)).toEqual({ at: 10n, saves: 10_000_000n })
    expect([5n, 50n, 100n].map((q) => cliffAt(volume, q))).toEqual([undefined, undefined, undefined])
  })
})

describe('catalogue §7, £1.26 a patient a year, Volume', () => {
  it('9,800 patients: £12,348.00 a year, £1,029.00 a month, £37,044.00 over 36 months', () => {
    expect(yearlyPence(perPatient, 9_800n)).toBe(1_234_800n)
    expect(lineTotal(perPatient, [from('2026-04-01', 9_800n)], '2026-04-30').pence).toBe(102_900n)
    expect(lineTotal(perPatient, [from('2026-04-01', 9_800n)], end).pence).toBe(3_704_400n)
  })

  it('9,800 + 4,200 + 12,150: £32,949.00 a year, £2,745.75 a month, £65,898.00 over 24, £98,847.00 over 36', () => {
    const shares = [9_800n, 4_200n, 12_150n].map((q) => from('2026-04-01', q))
    expect(yearlyPence(perPatient, 26_150n)).toBe(3_294_900n)
    expect(lineTotal(perPatient, shares, '2026-04-30').pence).toBe(274_575n)
    expect(lineTotal(perPatient, shares, endOfTerm('2026-04-01', 24)).pence).toBe(6_589_800n)
    const line = lineTotal(perPatient, shares, end)
    expect(line.pence).toBe(9_884_700n)

    const migration = price({ basis: 'declarative', period: 'none', tiers: [{ from: 1n, unitPrice: 300_000_000n }] })
    const oneOff = lineTotal(
      migration,
      [1n, 1n, 1n].map((q) => from('2026-04-01', q)),
      end,
    )
    expect(oneOff).toEqual({ pence: 900_000n, shares: [300_000n, 300_000n, 300_000n] })
    expect(oneOffPence(migration, 3n)).toBe(900_000n)
    expect(orderTotal([line, oneOff])).toBe(10_784_700n)
  })

  it('the same as SingleFixed gives £1.26 a year and £3.78 over 36 months, which PRC-1 refuses', () => {
    const fault = price({ mode: 'SingleFixed' })
    expect(yearlyPence(fault, 9_800n)).toBe(126n)
    expect(lineTotal(fault, [from('2026-04-01', 9_800n)], end).pence).toBe(378n)
    expect(priceSchema.safeParse(priceToJson(fault)).error?.issues[0]?.message).toMatch(/PRC-1/)
  })

  it('PRC-9 a start on 1 April 2026 for 36 months ends on 31 March 2029', () => {
    expect(endOfTerm('2026-04-01', 36)).toBe(end)
  })

  it('PRC-10 6,000 patients from 15 January 2027: 26 17/31 months, £16,725.48; whole months £17,010.00', () => {
    expect(billableMonths('2027-01-15', end)).toEqual({ numerator: 26n * 31n + 17n, denominator: 31n })
    expect(wholeMonths('2027-01-15', end)).toEqual({ numerator: 27n, denominator: 1n })
    expect(lineTotal(perPatient, [from('2027-01-15', 6_000n)], end).pence).toBe(1_672_548n)
    expect(lineTotal(perPatient, [from('2027-01-15', 6_000n)], end, 'whole-month').pence).toBe(1_701_000n)
  })

  it('PRC-9 the calculator bills the same: from go-live to the end of the term', () => {
    const { query, ignored } = readCalculator({ term: '36', start: '2026-04-01', live: '2027-01-15' })
    const billing = billingOf(query, '2026-01-01') as Billing
    expect([ignored, billing.end, termPence(perPatient, 6_000, billing.months)]).toEqual([[], end, 1_672_548n])
    expect(monthsWords(billing.live, billing.end)).toBe('26 months and 17 days')
    const whole = billingOf({ term: 36, start: '2026-04-01', live: null }, '2026-01-01') as Billing
    expect(termPence(perPatient, 9_800, whole.months)).toBe(3_704_400n)
    expect(termPence(price({ basis: 'on-demand', period: 'month' }), 9_800, whole.months)).toBeUndefined()
    expect((billingOf({ term: 12, start: null, live: null }, '2026-01-01') as Billing).start).toBe('2026-01-01')
    expect(billingOf({ term: 12, start: '2026-04-01', live: '2026-03-31' }, '2026-01-01')).toMatch(/before/)
    expect(billingOf({ term: 12, start: '2026-04-01', live: '2027-04-01' }, '2026-01-01')).toMatch(/after/)
    expect(readCalculator({ term: '121', start: '2026-02-30', live: '' }).ignored).toEqual(['term', 'start'])
  })

  it('PRC-10 three go-lives: £33,957.00 + £13,230.00 + £34,445.25 = £81,632.25', () => {
    const shares = [from('2026-07-01', 9_800n), from('2026-10-01', 4_200n), from('2027-01-01', 12_150n)]
    expect(lineTotal(perPatient, shares, end)).toEqual({
      pence: 8_163_225n,
      shares: [3_395_700n, 1_323_000n, 3_444_525n],
    })
  })

  it('PRC-11 9,871 patients: £12,437.46 = 6 × £1,036.46 + 6 × £1,036.45', () => {
    const year = yearlyPence(perPatient, 9_871n)!
    expect(year).toBe(1_243_746n)
    const months = periodsOf(year, 12)
    expect(months).toEqual([...Array(6).fill(103_646n), ...Array(6).fill(103_645n)])
  })

  it('A84002 + A84005 + A84006: 36,963 patients, £46,573.38 a year, £139,720.14 over 36 months', () => {
    expect(yearlyPence(perPatient, 36_963n)).toBe(4_657_338n)
    expect(lineTotal(perPatient, [from('2026-04-01', 36_963n)], end).pence).toBe(13_972_014n)
  })
})

describe('what a price must be', () => {
  const reasons = (over: Partial<Price>) =>
    priceSchema.safeParse(priceToJson(price(over))).error?.issues.map((i) => i.message.slice(0, 5)) ?? []
  it.each([
    ['PRC-1', { period: 'month' }],
    ['PRC-3', { basis: 'on-demand', period: 'none' }],
    ['PRC-4', { mode: 'Cumulative' }],
    ['PRC-4', { tiers: [] }],
    ['PRC-5', { tiers: [{ from: 2n, unitPrice: 10n }] }],
    ['PRC-5', { tiers: [{ from: 1n, unitPrice: 11n }] }],
    ['PRC-5', { tiers: [{ from: 1n, unitPrice: 100_000_000_010n }] }],
    ['PRC-5', { tiers: [...tiered, tiered[1]!] }],
  ] as [string, Partial<Price>][])('%s refuses %o', (rule, over) => {
    expect(reasons(over)).toContain(rule)
  })

  it('PRC-13 a dearer price waits for the notice, a cheaper one holds from today', () => {
    const cheaper = price({ tiers: [{ from: 1n, unitPrice: 125_000n }] })
    const dearer = price({
      tiers: [
        { from: 1n, unitPrice: 120_000n },
        { from: 5_000n, unitPrice: 127_000n },
      ],
    })
    expect(earliestValidFrom(perPatient, cheaper, '2026-11-24', 90)).toBe('2026-11-24')
    expect(earliestValidFrom(perPatient, dearer, '2026-11-24', 90)).toBe('2027-02-22')
  })

  it('prices read as people say them', () => {
    expect(priceWords(perPatient)).toEqual(['£1.26 per patient per year'])
    expect(priceWords(price({ tiers: tiered, unit: 'licence', unitPlural: 'licences', period: 'month' }))).toEqual([
      '1 to 9 licences: £100.00 per licence per month',
      '10 to 99 licences: £50.00 per licence per month',
      '100 licences or more: £25.00 per licence per month',
    ])
  })
})
