import { describe, expect, it } from 'vitest'
import type { Listing } from '@/lib/catalogue/listing'
import { pricesOf } from '@/lib/catalogue/listing-rules'
import type { ModuleView, ReferenceNames } from '@/lib/catalogue/module-view'
import { wholeListing } from '@/prisma/factories/whole-listing'
import { comparisonLines, differences } from './comparison-rules'
import type { StandardsOf } from './listing-section-rules'

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
const none: StandardsOf = new Map()
const nobody = { patients: null, term: null }
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
  prices: { present: pricesOf({ prices: text.prices ?? [] }), announced: [] },
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
const cells = (modules: ModuleView[], label: RegExp, patients: number | null = 9_800, term: number | null = null) =>
  comparisonLines(modules, names, { patients, term }, none)
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
    expect(cells(modules, /^A month/)?.[0]).toEqual(['£1,029.00', 'plain'])
    expect(cells(modules, /^Over/)?.[0]).toEqual(['Enter a term', 'unknown'])
    expect(cells(modules, /^Over 36 months/, 9_800, 36)).toEqual([
      ['£37,044.00', 'plain'],
      ['Not stated', 'unknown'],
      ['Depends on use', 'plain'],
    ])
  })

  it('CMP-1 over the term every price counts, one-off and periodic, and use is said in words', () => {
    const once = {
      ...price,
      id: 'o',
      basis: 'declarative' as const,
      period: 'none' as const,
      tiers: [{ from: '1', unitPrice: '300000000' }],
    }
    const byUse = { ...price, id: 'u', basis: 'on-demand' as const, period: 'month' as const, unit: 'message' }
    const modules = [
      view({}, { prices: [price, once] }),
      view({}, { prices: [price, byUse] }),
      view({}, { prices: [once] }),
    ]
    expect(cells(modules, /^Over/, 9_800, 36)?.map(([words]) => words)).toEqual([
      '£40,044.00',
      '£37,044.00, and more by use',
      '£3,000.00',
    ])
    expect(cells(modules, /^Once/)?.map(([words]) => words)).toEqual(['£3,000.00', 'Nothing once', '£3,000.00'])
  })

  it('PRC-13 says which price was announced and when', () => {
    const [announced] = pricesOf({ prices: [{ ...price, validFrom: '2027-03-01' }] })
    const module = view({ prices: { present: [], announced: [{ price: announced!, announcedOn: '2026-11-24' }] } })
    expect(cells([module, view()], /^Announced/)?.map(([words]) => words)).toEqual([
      'From 1 March 2027: £1.26 per patient per year, announced 24 November 2026',
      'None announced',
    ])
  })

  it('no cell is ever blank', () => {
    const lines = comparisonLines([view(), view({}, { capabilities: [] })], names, nobody, none)
    expect(lines.flatMap((line) => line.cells).filter((cell) => cell.words.trim() === '')).toEqual([])
  })

  it('shows only the standing of a suspended module (CAT-1)', () => {
    const suspended = view(
      { standing: { kind: 'suspended', words: 'Suspended', because: 'x', asOf: null } },
      { prices: [price] },
    )
    const lines = comparisonLines([suspended, view()], names, { patients: 9_800, term: null }, none)
    expect(cells([suspended, view()], /^Conformance/)?.[0]).toEqual(['Suspended', 'bad'])
    expect(new Set(lines.filter((l) => l.section !== 'Standing').map((l) => l.cells[0]!.words))).toEqual(
      new Set(['Not shown while suspended']),
    )
  })

  it('CMP-1 shows each standard as derived: unknown is never green, and what does not apply says so', () => {
    const standard = { standardId: 'S25', name: 'Clinical Safety', version: '1.0.1' }
    const standards: StandardsOf = new Map([
      ['v', [{ ...standard, value: 'MET' as const }]],
      ['w', [{ ...standard, value: 'UNKNOWN' as const }]],
    ])
    const modules = [view(), view({ moduleVersionId: 'w' }), view({ moduleVersionId: 'x' })]
    const line = comparisonLines(modules, names, nobody, standards).find((l) => l.section === 'Standards')
    expect(line).toMatchObject({ label: 'S25 Clinical Safety', differs: true })
    expect(line!.cells.map((cell) => [cell.words, cell.tone])).toEqual([
      ['Met, version 1.0.1', 'good'],
      ['Not assessed, version 1.0.1', 'unknown'],
      ['Does not apply', 'plain'],
    ])
  })

  it('CMP-1 has a line for everything a whole listing says, and none of them is blank', () => {
    const lines = comparisonLines([view({}, wholeListing), view()], names, nobody, none)
    const sections = new Set(lines.map((line) => line.section))
    for (const section of ['Application types', 'Hosting', 'Data processing', 'Support', 'Road map', 'Who supplies it'])
      expect(sections).toContain(section)
    expect(lines.flatMap((line) => line.cells).filter((cell) => cell.words.trim() === '')).toEqual([])
    expect(lines.find((line) => line.label === 'Sub-processors')!.cells[1]!.words).toBe('Not stated')
  })

  it('knows which lines differ', () => {
    const other = view({}, { version: '2.0.0', supportHours: 'Every day' })
    expect(differences(comparisonLines([view(), other], names, nobody, none)).map((line) => line.label)).toEqual([
      'Version',
      'Support hours',
    ])
    expect(differences(comparisonLines([view(), view()], names, nobody, none))).toEqual([])
  })
})
