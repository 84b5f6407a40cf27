import { describe, expect, it } from 'vitest'
import type { Price, PriceJson } from '../prices/price'
import { emptyListing } from './listing-draft'
import { prices } from './price-sections'
import { services } from './service-section'

const model = (over: Partial<Price>): PriceJson => ({
  id: 'price-0',
  basis: 'patient',
  mode: 'Volume',
  period: 'year',
  per: 'practice',
  unit: 'patient',
  unitPlural: 'patients',
  definition: 'A patient on the list',
  validFrom: '2027-04-01',
  ...over,
  tiers: [{ from: '1', unitPrice: '126000' }],
})
const tiers = [
  { from: '1', unitPrice: '126000' },
  { from: '5000', unitPrice: '120010' },
]

describe('the section of list prices', () => {
  it.each([
    ['PRC-1 by patient, flat', model({})],
    ['PRC-1 by patient, cumulative tiers', { ...model({ mode: 'Cumulative' }), tiers }],
    ['PRC-2 a number for each practice, by month', model({ basis: 'declarative', period: 'month' })],
    ['PRC-2 a number for the order, once', model({ basis: 'declarative', period: 'none', per: 'order' })],
    ['PRC-3 by recorded use', model({ basis: 'on-demand', period: 'month', unit: 'message' })],
    ['PRC-4 one sum by tier', { ...model({ basis: 'declarative', mode: 'SingleFixed' }), tiers }],
  ] as [string, PriceJson][])('%s: what is typed is read as it was shown', (_, price) => {
    const listing = { ...emptyListing('1.0.0'), prices: [price] }
    expect(prices.schema.parse(prices.values(listing)).prices).toEqual([price])
  })

  it('PRC-6 refuses a unit without its plural, and a definition of more than 1,000 characters', () => {
    const typed = (over: object) => ({ ...prices.values({ ...emptyListing('1.0.0'), prices: [model({})] }), ...over })
    const paths = (over: object) => prices.schema.safeParse(typed(over)).error?.issues.map((issue) => issue.path[0])
    expect(paths({ 'p0-plural': '' })).toEqual(['p0-plural'])
    expect(paths({ 'p0-unit': 'x'.repeat(101) })).toEqual(['p0-unit'])
    expect(paths({ 'p0-definition': 'x'.repeat(1_001) })).toEqual(['p0-definition'])
    expect(paths({ 'p0-tiers': '1: 1.00001' })).toEqual(['p0-tiers'])
  })

  it('a new price never takes the id of another, whichever block was emptied', () => {
    const kept = { ...model({}), id: 'price-1' }
    const block = prices.values({ ...emptyListing('1.0.0'), prices: [kept] })
    const second = Object.entries(block).map(([name, typed]) => [
      name.replace('p0', 'p1'),
      name.endsWith('-id') ? '' : typed,
    ])
    const read = prices.schema.parse({ ...block, ...Object.fromEntries(second) })
    expect(read.prices?.map((price) => price.id)).toEqual(['price-1', 'price-0'])
  })

  it('PRC-2, PRC-7 an associated service, a merger or split too, is declarative, for each practice, Volume and once', () => {
    const read = services.schema.parse({
      's0-name': 'Merger of two practices',
      's0-what': 'Both records become one',
      's0-pounds': '3,000',
      's0-from': '2027-04-01',
    })
    expect(read.services?.[0]?.price).toMatchObject({
      basis: 'declarative',
      per: 'practice',
      mode: 'Volume',
      period: 'none',
      tiers: [{ from: '1', unitPrice: '300000000' }],
    })
  })
})
