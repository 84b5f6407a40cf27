import { describe, expect, it } from 'vitest'
import type { Listing } from '../listing'
import { listingSchema } from '../listing-schema'
import type { ReferenceNames } from '../module-view'
import { emptyListing } from './listing-draft'
import {
  differencesOf,
  draftSections,
  missingSections,
  othersWords,
  progressOf,
  rawOf,
  sectionOf,
} from './listing-draft-journey'

const names: ReferenceNames = {
  capabilities: { C5: { name: 'Appointments', category: '', mustEpicIds: ['E1'] } },
  integrations: { 'im1.bulk': 'IM1 bulk' },
  frameworks: { TIF001: 'Tech Innovation' },
}
const price = (over: object = {}) => ({
  id: 'list',
  basis: 'patient' as const,
  mode: 'Volume' as const,
  period: 'year' as const,
  per: 'practice' as const,
  unit: 'patient',
  unitPlural: 'patients',
  definition: null,
  tiers: [
    { from: '1', unitPrice: '126000' },
    { from: '10001', unitPrice: '110000' },
  ],
  validFrom: '2026-01-01',
  ...over,
})
const full: Listing = {
  ...emptyListing('1.2.0'),
  name: 'Alpha',
  summary: 'Short',
  description: 'Long\nand longer',
  link: 'https://alpha.example/',
  pilot: true,
  frameworkIds: ['TIF001'],
  features: ['One', 'Two'],
  capabilities: [{ id: 'C5', epicIds: ['E1', 'E2'] }],
  prices: [price()],
  requires: ['C5'],
  services: [
    {
      name: 'Migration',
      description: 'Moves data',
      price: {
        ...price({ id: 'service-0', basis: 'declarative', period: 'none', unit: 'practice', unitPlural: 'practices' }),
        tiers: [{ from: '1', unitPrice: '300000000' }],
      },
    },
  ],
  integrations: [{ type: 'im1.bulk', role: 'consumer', withWhom: 'Everybody', description: null }],
  implementation: { text: 'In steps', weeksFrom: 4, weeksTo: 8 },
  applications: [{ type: 'browser', summary: 'Any' }],
  hosting: [{ type: 'public-cloud', summary: 'Two places', hscn: false, country: 'England' }],
  supportHours: '08:00 to 18:30',
  roadMap: [{ title: 'Letters: by email', quarter: 'Q1 2027' }],
}
const formOf = (values: Record<string, string | string[]>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) form.append(name, one)
  return form
}
const read = (slug: string, over: Record<string, string | string[]> = {}, from = full) => {
  const section = sectionOf(slug)!
  return section.schema.safeParse(rawOf(section, formOf({ ...section.values(from), ...over })))
}

describe('the sections of a listing', () => {
  it('together read back exactly what they show', () => {
    expect(listingSchema.safeParse(full).success).toBe(true)
    const again = Object.assign(emptyListing('1.2.0'), ...draftSections.map(({ slug }) => read(slug).data))
    expect(again).toEqual(full)
  })

  it('every section of an empty listing can be saved, and is not started', () => {
    for (const section of draftSections) {
      expect(section.schema.safeParse(rawOf(section, new FormData())).success, section.slug).toBe(true)
      expect(progressOf(section, emptyListing('1.0.0')), section.slug).toBe('not-started')
      expect(progressOf(section, full), section.slug).toBe('complete')
    }
    expect(progressOf(sectionOf('description')!, { ...emptyListing('1.0.0'), name: 'A' })).toBe('incomplete')
  })

  it('names what must be complete before it is submitted (LST-2)', () => {
    expect(missingSections(emptyListing('1.0.0')).map((s) => s.code)).toEqual([
      'P10',
      'P12',
      'P14',
      'P19',
      'P20',
      'P22',
    ])
    expect(missingSections(full)).toEqual([])
  })

  it.each([
    ['description', { summary: 'x'.repeat(351) }, 'summary'],
    ['description', { link: 'http://plain.example/' }, 'link'],
    ['features', { features: 'x'.repeat(101) }, 'features'],
    ['features', { features: Array(11).fill('one').join('\n') }, 'features'],
    ['capabilities', { epics: 'C6: E1' }, 'epics'],
    ['capabilities', { epics: 'nonsense' }, 'epics'],
    ['prices', { 'p0-tiers': '1 for 2' }, 'p0-tiers'],
    ['prices', { 'p0-tiers': '2: 1.26' }, 'p0-tiers'],
    ['prices', { 'p0-period': 'month' }, 'p0-period'],
    ['prices', { 'p0-unit': '' }, 'p0-unit'],
    ['prices', { 'p0-from': '2026-02-30' }, 'p0-from'],
    ['services', { 's0-name': '' }, 's0-name'],
    ['services', { 's0-pounds': 'many' }, 's0-pounds'],
    ['integrations', { 'im1.bulk-with': 'x'.repeat(101) }, 'im1.bulk-with'],
    ['implementation', { weeksFrom: '9' }, 'weeksTo'],
    ['implementation', { weeksFrom: 'nine' }, 'weeksFrom'],
    ['application-types', { 'browser-summary': 'x'.repeat(1001) }, 'browser-summary'],
    ['hosting', { 'public-cloud-country': 'x'.repeat(101) }, 'public-cloud-country'],
    ['support', { supportHours: 'x'.repeat(501) }, 'supportHours'],
    ['road-map', { roadMap: 'soon' }, 'roadMap'],
  ])('%s refuses %o at its field', (slug, over, field) => {
    const answer = read(slug, over)
    expect(answer.success).toBe(false)
    expect(answer.error!.issues.map((issue) => String(issue.path[0]))).toContain(field)
  })

  it('tells the difference field by field, and what another person has saved', () => {
    const changed = { ...full, summary: 'Shorter', hosting: [] }
    expect(differencesOf(full, changed, names).map((d) => [d.section, d.before, d.after])).toEqual([
      ['description', 'Short', 'Shorter'],
      ['hosting', 'Yes', ''],
      ['hosting', 'Two places', ''],
      ['hosting', 'No', ''],
      ['hosting', 'England', ''],
    ])
    expect(differencesOf(undefined, full, names).length).toBeGreaterThan(20)
    expect(differencesOf(full, full, names)).toEqual([])
    const section = sectionOf('description')!
    expect(othersWords(section, changed, section.values(full), names)).toEqual({
      summary: ['It now says: “Shorter”'],
    })
  })
})
