import { describe, expect, it } from 'vitest'
import type { Listing } from '@/lib/catalogue/listing'
import type { ModuleView, ReferenceNames } from '@/lib/catalogue/module-view'
import { comparisonLines, differences } from './comparison-rules'

const names: ReferenceNames = {
  capabilities: { C5: { name: 'Appointments Management - GP', category: 'x', mustEpicIds: [] } },
  integrations: { 'im1.bulk': 'IM1 Bulk' },
  frameworks: {},
}
const listing: Listing = {
  schemaVersion: 1,
  name: 'A',
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
  requires: [],
  services: [],
  integrations: [],
  implementation: { text: null, weeksFrom: null, weeksTo: null },
  applications: [],
  hosting: [],
  supportHours: null,
  roadMap: [],
}
const price = {
  id: 'p',
  basis: 'patient' as const,
  mode: 'Volume' as const,
  period: 'year' as const,
  per: 'practice' as const,
  unit: 'patient',
  unitPlural: 'patients',
  definition: null,
  tiers: [{ from: '1', unitPrice: '126000' }],
  validFrom: '2026-01-01',
}
const view = (over: Partial<ModuleView> = {}, text: Partial<Listing> = {}): ModuleView => ({
  id: 'a',
  moduleVersionId: 'v',
  listingVersionId: 'l',
  sha256: '',
  publishedOn: '2026-01-01',
  demo: true,
  supplier: {
    id: 's',
    slug: 's',
    brand: 'Supplier',
    legalName: 'S Ltd',
    companyNumber: null,
    about: null,
    site: null,
    contactRole: null,
    contactEmail: null,
  },
  listing: { ...listing, ...text },
  standing: { kind: 'conformant', words: 'Conformant', because: null, asOf: '2026-03-02' },
  metCapabilityIds: ['C5'],
  failedCapabilityIds: [],
  versions: [],
  ...over,
})
const cells = (modules: ModuleView[], label: RegExp, patients: number | null = 9_800) =>
  comparisonLines(modules, names, patients)
    .find((line) => label.test(line.label))
    ?.cells.map((c) => [c.words, c.tone])

describe('a comparison', () => {
  it('CMP-2 tells met, failed, not assessed and not claimed apart, and only the assessed is green', () => {
    const modules = [
      view(),
      view({ metCapabilityIds: [], failedCapabilityIds: ['C5'] }),
      view({ metCapabilityIds: [] }),
      view({}, { capabilities: [] }),
    ]
    expect(cells(modules, /^C5/)).toEqual([
      ['Claimed, assessed: met', 'good'],
      ['Claimed, assessed: failed', 'bad'],
      ['Claimed, not assessed', 'unknown'],
      ['Not claimed', 'plain'],
    ])
  })

  it('gives the yearly price for the list size, and words where there is none', () => {
    const onDemand = { ...price, basis: 'on-demand' as const, period: 'month' as const }
    const modules = [view({}, { prices: [price] }), view(), view({}, { prices: [onDemand] })]
    expect(cells(modules, /^A year/)).toEqual([
      ['£12,348.00', 'plain'],
      ['Not stated', 'unknown'],
      ['Depends on use', 'plain'],
    ])
    expect(cells(modules, /^A year/, null)?.[0]).toEqual(['Enter your list size', 'unknown'])
  })

  it('no cell is ever blank', () => {
    const lines = comparisonLines([view(), view({}, { capabilities: [] })], names, null)
    expect(lines.flatMap((line) => line.cells).filter((cell) => cell.words.trim() === '')).toEqual([])
  })

  it('shows only the standing of a suspended module (CAT-1)', () => {
    const suspended = view(
      { standing: { kind: 'suspended', words: 'Suspended', because: 'x', asOf: null } },
      { prices: [price] },
    )
    const lines = comparisonLines([suspended, view()], names, 9_800)
    expect(cells([suspended, view()], /^Conformance/)?.[0]).toEqual(['Suspended', 'bad'])
    expect(new Set(lines.filter((l) => l.section !== 'Standing').map((l) => l.cells[0]!.words))).toEqual(
      new Set(['Not shown while suspended']),
    )
  })

  it('knows which lines differ', () => {
    const other = view({}, { version: '2.0.0', supportHours: 'Every day' })
    expect(differences(comparisonLines([view(), other], names, null)).map((line) => line.label)).toEqual([
      'Version',
      'Support',
    ])
    expect(differences(comparisonLines([view(), view()], names, null))).toEqual([])
  })
})
