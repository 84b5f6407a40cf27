import { describe, expect, it } from 'vitest'
import { listingSchema } from '@/lib/catalogue/listing-schema'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import { generateModules } from './generate-modules'

const reference = {
  capabilities: ['C1', 'C2', 'C5', 'C9', 'C11', 'C12', 'C13', 'C14', 'C15', 'C17'],
  integrations: ['im1.bulk', 'im1.transactional'],
  frameworks: ['TIF001', 'ATP001', 'DFOCVC001'],
}

describe('the generated catalogue', () => {
  const modules = generateModules(1_000, reference)

  it('is the same on every run and every machine', () => {
    expect(sha256Hex(canonicalJson(modules))).toBe(sha256Hex(canonicalJson(generateModules(1_000, reference))))
    expect(modules[0]!.listing.name).toBe(generateModules(1, reference)[0]!.listing.name)
  })

  it('holds listings that a supplier could have published', () => {
    for (const { listing } of modules) expect(listingSchema.safeParse(listing).error?.issues ?? []).toEqual([])
    const words = modules.map(({ listing }) => listing.description.split(' ').length)
    expect([Math.min(...words), Math.max(...words)]).toEqual([60, 60])
    const capabilities = modules.map(({ listing }) => listing.capabilities.length)
    expect([Math.min(...capabilities), Math.max(...capabilities)]).toEqual([1, 6])
    expect(new Set(generateModules(5_000, reference).map(({ supplier }) => supplier.slug)).size).toBe(200)
  })
})
