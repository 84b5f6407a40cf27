import { describe, expect, it } from 'vitest'
import type { PriceJson } from '@/lib/catalogue/prices/price'
import type { CallOff } from '../call-off'
import { withValue } from '../call-off-rules'
import type { OrderLine } from '../order-line'
import { siteHash } from '../order-rules'
import type { OrderSite } from '../order-site'
import { slicesOf } from './funding-section'
import { lines } from './line-section'
import type { OrderFacts } from './order-section'

const perPatient: PriceJson = {
  ...{ id: 'list', basis: 'patient', mode: 'Volume', period: 'year', per: 'practice', unit: 'patient' },
  ...{ unitPlural: 'patients', definition: null, tiers: [{ from: '1', unitPrice: '126000' }], validFrom: '2026-01-01' },
}
const perCall: PriceJson = {
  ...{ ...perPatient, id: 'calls', basis: 'on-demand', period: 'month', unit: 'call', unitPlural: 'calls' },
  tiers: [{ from: '1', unitPrice: '40' }],
}
const line = (id: string, price: PriceJson, given: Partial<OrderLine> = {}): OrderLine => ({
  ...{ id, kind: 'module', name: id, list: price, agreed: price, quantity: 1, per: 'practice', ...given },
})
const site = (practiceId: string, given: Partial<OrderSite> = {}): OrderSite => ({
  ...{ practiceId, listSize: 9871, listSizeAsOf: null, deliverOn: '2026-06-01', continues: false, state: 'asked' },
  ...{ answeredById: null, answeredAt: null, consentHash: null, ...given },
})
const order = withValue({
  ...{ number: 'C000001-01', practiceId: 'a', startsOn: '2026-06-01', termMonths: 36, optionMonths: 0, form: {} },
  ...{ lines: [line('m0', perPatient), line('m1', perCall, { per: 'order' })], sites: [site('a')], noticeDays: 90 },
} as unknown as CallOff)!
const facts = { services: [] } as unknown as OrderFacts
const [w1, w2] = [1_243_746n, [1_036_456n, 1_243_746n, 1_243_746n, 207_290n]]
const raw = { 'm0-t0': '1.26', 'm1-t0': '0.00035' }
const read = (expected: string, price = '0.00035') =>
  lines.read({ ...raw, 'm1-t0': price, 'm1-expected': expected }, order, facts)
const faultsAt = (result: ReturnType<typeof read>) =>
  !result.ok && result.refusal.kind === 'invalid' ? Object.keys(result.refusal.fields) : []
function stated(expected: string): CallOff {
  const result = read(expected)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return withValue({ ...order, lines: result.value.lines! })!
}

describe('T7: a price by use', () => {
  it('is not complete before the buyer has said how much use is expected', () => {
    expect([lines.step(order, facts), order.yearlyPence]).toEqual(['in-progress', w1])
    expect(lines.fields(order, facts).map(({ name }) => name)).toEqual(['m0-t0', 'm1-t0', 'm1-expected'])
    expect(lines.values(order, facts)).toMatchObject({ 'm1-expected': '' })
  })

  it.each(['', '0', '-1', '1.5', '100,000,001', 'many'])('refuses “%s” calls a month', (expected) =>
    expect(faultsAt(read(expected))).toEqual(['m1-expected']),
  )

  it.each(['0.000351', '0.00041', '1'])('refuses £%s: five decimals at most, and not above the list price', (price) =>
    expect(faultsAt(read('1', price))).toEqual(['m1-t0']),
  )

  it('W7, B5: counts with the expected use, rounded once a month; the years sum to the value', () => {
    const priced = stated('1,234,560')
    expect([lines.step(priced, facts), lines.values(priced, facts)['m1-expected']]).toEqual(['completed', '1,234,560'])
    expect([priced.yearlyPence, priced.totalPence]).toEqual([w1 + 12n * 43_210n, 3n * (w1 + 12n * 43_210n)])
    expect(slicesOf(priced).map(({ pence }) => pence)).toEqual([10n, 12n, 12n, 2n].map((n, i) => w2[i]! + n * 43_210n))
    expect(withValue({ ...priced, optionMonths: 12 })!.optionPence, 'options count it too').toBe(priced.yearlyPence)
  })

  it('S1: another expectation is another hash', () =>
    expect(stated('1000').termsHash).not.toBe(stated('1001').termsHash))

  it('is each practice’s own, also where the list price is given once for the order', () => {
    const priced = stated('1,234,560')
    const other = site('b')
    const consenting = { ...other, state: 'consented' as const, consentHash: siteHash(priced, other) }
    expect(withValue({ ...priced, sites: [site('a'), consenting] })!.yearlyPence).toBe(2n * priced.yearlyPence)
  })
})
