import { expect, it } from 'vitest'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import { listingSchema } from './listing-schema'

const published = {
  schemaVersion: 1,
  name: 'Record',
  aliases: [],
  version: '1.0.0',
  summary: 's',
  description: 'd',
  link: null,
  pilot: false,
  frameworkIds: [],
  features: [],
  capabilities: [{ id: 'C5', epicIds: [] }],
  prices: [],
  requires: ['C13'],
  services: [],
  integrations: [],
  implementation: { text: null, weeksFrom: null, weeksTo: null },
  applications: [],
  hosting: [],
  supportHours: null,
  roadMap: [],
}
const id = '11111111-1111-4111-8111-111111111111'
const other = '22222222-2222-4222-8222-222222222222'

it('DEP-1 a text from before conflicts and works-with reads with the same hash', () => {
  const hash = sha256Hex(canonicalJson(published))
  expect(sha256Hex(canonicalJson(listingSchema.parse(published)))).toBe(hash)
})

it('DEP-1 conflicts and works-with name modules by id', () => {
  const more = { ...published, conflicts: [id], worksWith: [other] }
  expect(listingSchema.parse(more)).toEqual(more)
  expect(listingSchema.safeParse({ ...published, conflicts: ['somebody'] }).success).toBe(false)
})

it('DEP-1 a dependency names one capability, or modules of which one will do, with a version and a note', () => {
  const good = [
    { relation: 'requires', moduleIds: [id, other], minimumVersion: '2.0.0', note: 'Either' },
    { relation: 'requires', capabilityId: 'C5', note: 'x'.repeat(500) },
    { relation: 'works-with', moduleIds: ['33333333-3333-4333-8333-333333333333'] },
  ]
  const text = { ...published, dependencies: good }
  expect(listingSchema.parse(text)).toEqual(text)
  for (const wrong of [
    { relation: 'requires' },
    { relation: 'requires', capabilityId: 'C5', moduleIds: [id] },
    { relation: 'works-with', moduleIds: [id, other] },
    { relation: 'conflicts', capabilityId: 'C5' },
    { relation: 'requires', moduleIds: [id], note: 'x'.repeat(501) },
    { relation: 'requires', moduleIds: [id], minimumVersion: 'the newest' },
    { relation: 'requires', moduleIds: [] },
  ])
    expect(listingSchema.safeParse({ ...published, dependencies: [wrong] }).success, JSON.stringify(wrong)).toBe(false)
  const both = { ...published, conflicts: [id], dependencies: [{ relation: 'requires', moduleIds: [id] }] }
  expect(listingSchema.safeParse(both).success).toBe(false)
})

it('a text from before the later sections reads with the same hash, and none of them is filled in', () => {
  const old = {
    ...published,
    applications: [{ type: 'browser', summary: null }],
    roadMap: [{ title: 'A', quarter: 'Q1 2027' }],
  }
  expect(canonicalJson(listingSchema.parse(old))).toBe(canonicalJson(old))
})

const flat = {
  id: 'merger',
  basis: 'declarative',
  mode: 'Volume',
  period: 'none',
  per: 'practice',
  unit: 'practice',
  unitPlural: 'practices',
  definition: null,
  tiers: [{ from: '1', unitPrice: '100000000' }],
  validFrom: '2026-01-01',
}

it('PRC-7 a merger or a split is declarative, for each practice, by volume', () => {
  const priced = (over: object, kind = 'merger') =>
    listingSchema.safeParse({
      ...published,
      services: [{ name: 'M', description: 'd', kind, price: { ...flat, ...over } }],
    }).success
  expect(priced({})).toBe(true)
  expect(priced({ per: 'order' })).toBe(false)
  expect(priced({ mode: 'SingleFixed' }, 'split')).toBe(false)
  expect(priced({ basis: 'on-demand', period: 'month' })).toBe(false)
  expect(priced({ per: 'order' }, 'training')).toBe(true)
})

it('PRC-2 only an associated service may claim no capability, and it is paid once', () => {
  const bare = { ...published, capabilities: [] }
  expect(listingSchema.safeParse(bare).success).toBe(false)
  const service = { ...bare, product: 'associated-service' }
  expect(listingSchema.safeParse(service).success).toBe(true)
  const yearly = { ...flat, period: 'year' }
  expect(listingSchema.safeParse({ ...service, prices: [flat] }).success).toBe(true)
  expect(listingSchema.safeParse({ ...service, prices: [yearly] }).success).toBe(false)
  expect(listingSchema.safeParse({ ...published, prices: [yearly] }).success).toBe(true)
})
