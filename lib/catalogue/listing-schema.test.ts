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

it('DEP-1 a text from before conflicts and works-with reads with the same hash', () => {
  const hash = sha256Hex(canonicalJson(published))
  expect(sha256Hex(canonicalJson(listingSchema.parse(published)))).toBe(hash)
})

it('DEP-1 conflicts and works-with name modules by id', () => {
  const more = { ...published, conflicts: [id], worksWith: [id] }
  expect(listingSchema.parse(more)).toEqual(more)
  expect(listingSchema.safeParse({ ...published, conflicts: ['somebody'] }).success).toBe(false)
})
