import { applicationTypes, hostings, type Listing } from '@/lib/catalogue/listing'
import { foundationCapabilities } from '@/lib/catalogue/listing-rules'
import type { PriceJson } from '@/lib/catalogue/prices/price'
import { addDays, type Day } from '@/lib/platform/days'
import { stableId } from '@/lib/platform/stable-id'
import { type Random, randomFrom } from './random'
import { brands, trades, words } from './vocabulary'

export type Reference = { capabilities: string[]; integrations: string[]; frameworks: string[] }
export type BenchSupplier = { organisationId: string; slug: string; brand: string }
export type BenchStanding = { kind: string; words: string; because: string | null; failed: string[] }
export type BenchModule = {
  id: string
  versionId: string
  listingId: string
  supplier: BenchSupplier
  listing: Listing
  standing: BenchStanding
  publishedOn: Day
}

const firstDay: Day = '2024-01-01'
const seed = 20261124

/** Modules as a supplier would publish them: ~60-word descriptions, 1–6 capabilities, 1–3 frameworks, 200 suppliers, prices. */
export function generateModules(count: number, reference: Reference): BenchModule[] {
  const random = randomFrom(seed)
  const suppliers = brands.flatMap((brand) => trades.map((trade) => supplierOf(`${brand} ${trade}`)))
  return Array.from({ length: count }, (_, i) => moduleOf(i, random, random.skewed(suppliers), reference))
}

function supplierOf(brand: string): BenchSupplier {
  return { organisationId: stableId('bench-supplier', brand), slug: brand.toLowerCase().replace(' ', '-'), brand }
}

function moduleOf(i: number, random: Random, supplier: BenchSupplier, reference: Reference): BenchModule {
  const capabilities =
    random.next() < 0.03 ? [...foundationCapabilities] : random.some(reference.capabilities, random.between(1, 6))
  const publishedOn = addDays(firstDay, random.between(0, 700))
  return {
    id: stableId('bench-module', String(i)),
    versionId: stableId('bench-version', String(i)),
    listingId: stableId('bench-listing', String(i)),
    supplier,
    publishedOn,
    standing: standingOf(random, capabilities),
    listing: {
      schemaVersion: 1,
      name: `${supplier.brand.split(' ')[0]} ${title(random.skewed(words))} ${title(random.pick(words))} ${i + 1}`,
      aliases: [],
      version: `${random.between(1, 9)}.${random.between(0, 20)}.0`,
      summary: sentence(random, 16),
      description: Array.from({ length: 5 }, () => sentence(random, 12)).join(' '),
      link: null,
      pilot: false,
      frameworkIds: random.some(reference.frameworks, random.between(1, 3)),
      features: Array.from({ length: 3 }, () => sentence(random, 4)),
      capabilities: capabilities.map((id) => ({ id, epicIds: [] })),
      prices: [priceOf(random, publishedOn)],
      requires: [],
      services: [],
      integrations: random
        .some(reference.integrations, random.between(0, 3))
        .map((type) => ({ type, role: 'consumer' as const, withWhom: null, description: null })),
      implementation: { text: null, weeksFrom: null, weeksTo: null },
      applications: random.some(applicationTypes, random.between(1, 2)).map((type) => ({ type, summary: null })),
      hosting: random
        .some(hostings, random.between(1, 2))
        .map((type) => ({ type, summary: null, hscn: null, country: null })),
      supportHours: null,
      roadMap: [],
    },
  }
}

const standings: [share: number, kind: string, words: string][] = [
  [0.5, 'conformant', 'Conformant'],
  [0.65, 'conformant-until', 'Conformant until 31 March 2027'],
  [0.75, 'work-off', 'Conformant with work-off'],
  [0.8, 'remediation', 'Under remediation'],
  [0.85, 'not-conformant', 'Not conformant'],
  [0.99, 'not-assessed', 'Not assessed'],
  [1, 'suspended', 'Suspended'],
]

function standingOf(random: Random, capabilities: string[]): BenchStanding {
  const at = random.next()
  const [, kind, label] = standings.find(([share]) => at < share)!
  return {
    kind,
    words: label,
    because: kind === 'suspended' ? 'Suspended by two officers of the authority.' : null,
    failed: kind === 'not-conformant' ? capabilities.slice(0, 1) : [],
  }
}

function priceOf(random: Random, validFrom: Day): PriceJson {
  const isFlat = random.next() < 0.3
  const unit = isFlat ? 'practice' : 'patient'
  const tier = (from: number, least: number, most: number) => ({
    from: String(from),
    unitPrice: String(random.between(least, most) * 1_000),
  })
  return {
    id: 'price-1',
    basis: isFlat ? 'declarative' : 'patient',
    mode: isFlat ? 'SingleFixed' : 'Volume',
    period: isFlat ? random.pick(['month', 'year'] as const) : 'year', // PRC-1
    per: 'practice',
    unit,
    unitPlural: `${unit}s`,
    definition: null,
    tiers: isFlat ? [tier(1, 2_000, 60_000)] : [tier(1, 20, 90), tier(12_001, 5, 19)],
    validFrom,
  }
}

function sentence(random: Random, length: number): string {
  const text = Array.from({ length }, () => random.skewed(words)).join(' ')
  return `${title(text)}.`
}

const title = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
