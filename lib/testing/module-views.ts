import type { Listing } from '@/lib/catalogue/listing'
import type { ModuleView } from '@/lib/catalogue/module-view'
import { minimalListing } from '@/prisma/factories/listing'

type Over = Partial<Omit<ModuleView, 'listing'>> & { listing?: Partial<Listing> }

/** A conformant module as a page sees it, without a database: on framework F1, from a supplier of its own. */
export function moduleView(id: string, { listing, ...over }: Over = {}): ModuleView {
  const text = {
    ...minimalListing({ name: id, capabilities: ['C5'], unitPrice: '126000' }),
    frameworkIds: ['F1'],
    ...listing,
  }
  return {
    id,
    moduleVersionId: `v-${id}`,
    listingVersionId: `l-${id}`,
    sha256: 'a'.repeat(64),
    publishedOn: '2026-01-01',
    demo: false,
    supplier: {
      id: `s-${id}`,
      slug: id,
      brand: `Supplier of ${id}`,
      legalName: 'Test Limited',
      companyNumber: null,
      about: null,
      site: null,
      contactRole: null,
      contactEmail: null,
    },
    listing: text,
    prices: { present: [], announced: [] },
    standing: { kind: 'conformant', words: 'Conformant', because: null, asOf: '2026-01-10' },
    metCapabilityIds: [],
    failedCapabilityIds: [],
    versions: [],
    ...over,
  }
}
