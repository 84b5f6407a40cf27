import { describe, expect, it } from 'vitest'
import type { PriceJson } from '@/lib/catalogue/prices/price'
import type { OrderLine } from '@/lib/procurement/call-offs/order-line'
import { partsOf } from './price-part-rules'

const perPatient: PriceJson = {
  ...{ id: 'list', basis: 'patient', mode: 'Volume', period: 'year', per: 'practice', unit: 'patient' },
  ...{ unitPlural: 'patients', definition: null, tiers: [{ from: '1', unitPrice: '126000' }], validFrom: '2026-01-01' },
}
const perCall: PriceJson = {
  ...{ ...perPatient, id: 'calls', basis: 'on-demand', per: 'order', unit: 'call' },
  tiers: [{ from: '1', unitPrice: '35' }],
}
const line = (id: string, price: PriceJson, given: Partial<OrderLine>): OrderLine => ({
  ...{ id, kind: 'module', name: id, list: price, agreed: price, quantity: 1, per: price.per, ...given },
})
const lines = [line('m0', perPatient, {}), line('m1', perCall, { expectedMonthly: 1_234_560 })]
const ids = ['a', 'b']
const order = {
  ...{ practiceId: 'a', fundingRequestId: null, lines },
  sites: ids.map((practiceId) => ({ practiceId, listSize: 9871, at: practiceId })),
}
const sites = ids.map((practiceId) => ({ id: `s-${practiceId}`, practiceId, succeedsId: null }))
const year = 2n * (1_243_746n + 12n * 43_210n)
const terms = (yearlyPence: bigint) =>
  ({ effectiveOn: '2026-06-01', yearlyPence, addedPracticeIds: [], fundingRequestId: null }) as never
const sum = (parts: ReturnType<typeof partsOf>) =>
  parts.reduce((all, part) => (part.kind === 'fixed' ? all + part.yearlyPence : all), 0n)

describe('a contract with a price by use', () => {
  it('charges use at every practice of the order, fixed prices beside it', () =>
    expect(partsOf(order, sites, [terms(year)]).map(({ kind, siteId }) => [kind, siteId])).toEqual([
      ['fixed', 's-a'],
      ['usage', 's-a'],
      ['fixed', 's-b'],
      ['usage', 's-b'],
    ]))

  it('V1: a change of the term alone moves no price, and never charges what was only expected', () => {
    const changed = partsOf(order, sites, [terms(year), terms(year)])
    expect(sum(changed)).toBe(2n * 1_243_746n)
    expect(sum(partsOf(order, sites, [terms(year), terms(year + 1_000n)]))).toBe(2n * 1_243_746n + 1_000n)
    expect(sum(partsOf(order, sites, [terms(year), terms(1n)]))).toBe(0n)
  })
})

describe('C4, C5: a merger of practices', () => {
  const once: PriceJson = { ...perPatient, id: 'm', basis: 'declarative', period: 'none', unit: 'practice' }
  const merger = {
    ...{ practiceId: 'b', fundingRequestId: null, lines: [line('s0', once, { kind: 'service' })] },
    sites: ids.map((practiceId) => ({ practiceId, listSize: 9871, at: 'b' })),
  }

  it('is charged for every practice, once, at the site of the one that goes on, also when that is succeeded in its turn', () => {
    const [, only] = sites
    expect(partsOf(merger, [only!], [terms(0n)])).toMatchObject([
      { key: 's0/s-b/a', practiceId: 'a', siteId: 's-b', kind: 'once', pence: 126n },
      { key: 's0/s-b', practiceId: 'b', siteId: 's-b', kind: 'once', pence: 126n },
    ])
    const next = { id: 's-c', practiceId: 'c', succeedsId: 's-b' }
    expect(partsOf(merger, [only!, next], [terms(0n)]).map(({ siteId }) => siteId)).toEqual([
      's-b',
      's-b',
      's-c',
      's-c',
    ])
  })
})

describe('a practice that a change of the contract adds', () => {
  const more = { id: 's-c', practiceId: 'c', succeedsId: null }
  const withMore = (extra: bigint) => [
    terms(year),
    { ...(terms(year + extra) as object), addedPracticeIds: ['c'] } as never,
  ]
  const use = 12n * 43_210n
  const at = (parts: ReturnType<typeof partsOf>, siteId: string) => parts.filter((part) => part.siteId === siteId)

  it('has its use charged by call, with what the order expects of each practice; the rest of its year is fixed', () => {
    const parts = partsOf(order, [...sites, more], withMore(use + 5_000n))
    expect(at(parts, 's-c')).toMatchObject([
      { kind: 'usage', practiceId: 'c', expectedYearlyPence: use },
      { kind: 'fixed', yearlyPence: 5_000n },
    ])
    expect(sum(parts)).toBe(2n * 1_243_746n + 5_000n)
    expect(at(partsOf(order, [...sites, more], withMore(use)), 's-c')).toMatchObject([{ kind: 'usage' }])
  })

  it('C5: its successor has its prices, and a later change counts a practice once, however often it was succeeded', () => {
    const next = [
      { id: 's-d', practiceId: 'd', succeedsId: 's-c' },
      { id: 's-e', practiceId: 'e', succeedsId: 's-a' },
    ]
    const all = [...sites, more, ...next]
    const parts = partsOf(order, all, [...withMore(use + 5_000n), terms(year + use + 5_000n)])
    expect(at(parts, 's-d').map(({ kind, practiceId }) => [kind, practiceId])).toEqual([
      ['usage', 'd'],
      ['fixed', 'd'],
    ])
    expect(at(parts, 's-e')).toMatchObject([
      { kind: 'fixed', yearlyPence: 1_243_746n, practiceId: 'e' },
      { kind: 'usage' },
    ])
  })
})
