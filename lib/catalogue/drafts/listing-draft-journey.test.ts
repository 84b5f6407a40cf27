import { describe, expect, it } from 'vitest'
import { wholeListing } from '@/prisma/factories/whole-listing'
import type { Listing } from '../listing'
import { listingSchema } from '../listing-schema'
import type { DraftNames } from './draft-section'
import { emptyListing } from './listing-draft'
import {
  differencesOf,
  differenceWords,
  draftSections,
  missingSections,
  othersWords,
  progressFigure,
  progressOf,
  rawOf,
  sectionOf,
} from './listing-draft-journey'

const epic = (id: string, active = true) => ({ id, name: id, level: 'MUST' as const, active, supplierDefined: false })
const names: DraftNames = {
  epics: { C5: [epic('E1'), epic('E2'), epic('E3'), epic('E9', false)] },
  capabilities: {
    C5: { name: 'Appointments', category: '', mustEpicIds: ['E1'] },
    C19: { name: 'Documents of old', category: '', mustEpicIds: [], expired: true },
  },
  integrations: { 'im1.bulk': 'IM1 bulk' },
  frameworks: { TIF001: 'Tech Innovation' },
}
const full = wholeListing
const minimal: Listing = {
  ...emptyListing('1.0.0'),
  name: 'Beta',
  summary: 'Short',
  description: 'Long',
  capabilities: [{ id: 'C5', epicIds: [] }],
  prices: full.prices,
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
      'P21',
      'P22',
      'P24',
    ])
    expect(missingSections(full)).toEqual([])
    expect(progressFigure(full)).toBe('14 of 14 sections complete; every needed one is')
    expect(progressFigure(minimal)).toBe('3 of 14 sections complete; 5 of 8 needed ones still to complete')
  })

  it('LST-2 of an associated service asks P10, P14 and P24, and not what only a module has', () => {
    const service = emptyListing('1.0.0', 'associated-service')
    expect(missingSections(service).map((s) => s.code)).toEqual(['P10', 'P14', 'P24'])
    const idle = draftSections.filter((section) => progressOf(section, service) === 'not-applicable')
    expect(idle.map((s) => s.code)).toEqual(['P12', 'P15', 'P16', 'P17', 'P19', 'P20'])
    expect(progressFigure(service)).toBe('0 of 8 sections complete; 3 of 3 needed ones still to complete')
  })

  it('CAP-2 an expired capability and an inactive epic are not claimed anew; who has them keeps them', () => {
    const faults = (epicIds: string[], id: string, before: Listing) =>
      sectionOf('capabilities')!.faults!({ ...minimal, capabilities: [{ id, epicIds }] }, before, names)
    expect(Object.keys(faults([], 'C19', minimal))).toEqual(['capabilityIds'])
    expect(faults([], 'C19', { ...minimal, capabilities: [{ id: 'C19', epicIds: [] }] })).toEqual({})
    expect(Object.keys(faults(['E1', 'E9'], 'C5', minimal))).toEqual(['C5-met'])
    expect(faults(['E9'], 'C5', { ...minimal, capabilities: [{ id: 'C5', epicIds: ['E9'] }] })).toEqual({})
    const offered = (l: Listing) =>
      sectionOf('capabilities')!
        .fields(l, names)[0]!
        .options!.map((o) => o.value)
    expect(offered(minimal)).toEqual(['C5'])
    expect(offered({ ...minimal, capabilities: [{ id: 'C19', epicIds: [] }] })).toEqual(['C5', 'C19'])
  })

  it('a section shows a row for each one in use and one more, and takes them closed up', () => {
    const fields = sectionOf('road-map')!
      .fields(full, names)
      .map((f) => f.name)
    expect(fields.filter((name) => name.endsWith('-title'))).toEqual(['r0-title', 'r1-title'])
    const twice = read('road-map', {
      'r0-title': '',
      'r0-quarter': '',
      'r0-detail': '',
      'r0-standard': '',
      'r1-title': 'B',
      'r1-quarter': 'Q2 2027',
    })
    expect(twice.data).toMatchObject({ roadMap: [{ title: 'B', quarter: 'Q2 2027' }] })
    expect(
      sectionOf('data-processing')!
        .fields(full, names)
        .every((f) => f.kind === 'hidden' || f.hint),
    ).toBe(true)
  })

  it('what is said of an application type that is not offered is not kept', () => {
    expect(read('application-types', { 'mobile-used': '', 'desktop-used': '' }).data!.applications).toHaveLength(1)
    expect(read('hosting', { 'hybrid-used': '' }).data!.hosting).toHaveLength(1)
  })

  it.each([
    ['description', { summary: 'x'.repeat(351) }, 'summary'],
    ['description', { link: 'http://plain.example/' }, 'link'],
    ['features', { features: 'x'.repeat(101) }, 'features'],
    ['features', { features: Array(11).fill('one').join('\n') }, 'features'],
    ['capabilities', { 'C5-not': ['E1'] }, 'C5-not'],
    ['needs', { 'd0-modules': 'somebody', 'd0-relation': 'conflicts' }, 'd0-modules'],
    ['needs', { 'new-modules': ['11111111-1111-4111-8111-111111111112'], 'new-relation': '' }, 'new-relation'],
    ['needs', { 'new-modules': [], 'new-relation': 'requires' }, 'new-modules'],
    ['needs', { 'd0-version': 'the newest' }, 'd0-version'],
    ['needs', { 'd0-note': 'x'.repeat(501) }, 'd0-note'],
    ['prices', { 'p0-tiers': '1 for 2' }, 'p0-tiers'],
    ['prices', { 'p0-tiers': '2: 1.26' }, 'p0-tiers'],
    ['prices', { 'p0-period': 'month' }, 'p0-period'],
    ['prices', { 'p0-unit': '' }, 'p0-unit'],
    ['prices', { 'p0-from': '2026-02-30' }, 'p0-from'],
    ['services', { 's0-name': '' }, 's0-name'],
    ['services', { 's0-pounds': 'many' }, 's0-pounds'],
    ['services', { 's0-from': '' }, 's0-from'],
    ['services', { 's0-guidance': 'x'.repeat(1001) }, 's0-guidance'],
    ['integrations', { 'im1.bulk-withWhom': 'x'.repeat(101) }, 'im1.bulk-withWhom'],
    ['integrations', { 'im1.bulk-link': 'http://plain.example/' }, 'im1.bulk-link'],
    ['implementation', { weeksFrom: '9' }, 'weeksTo'],
    ['implementation', { weeksFrom: 'nine' }, 'weeksFrom'],
    ['application-types', { 'browser-summary': 'x'.repeat(1001) }, 'browser-summary'],
    ['hosting', { 'public-cloud-country': 'x'.repeat(101) }, 'public-cloud-country'],
    ['application-types', { 'browser-plugIns': 'x'.repeat(501) }, 'browser-plugIns'],
    ['application-types', { 'mobile-memory': 'x'.repeat(301) }, 'mobile-memory'],
    ['hosting', { 'public-cloud-link': 'ftp://x' }, 'public-cloud-link'],
    ['hosting', { 'hybrid-model': 'x'.repeat(1001) }, 'hybrid-model'],
    ['data-processing', { 'data-subject': 'x'.repeat(2001) }, 'data-subject'],
    ['data-processing', { 'officer-email': 'nobody' }, 'officer-email'],
    ['data-processing', { 'sub0-name': '' }, 'sub0-name'],
    ['support', { 'service-hours': 'x'.repeat(501) }, 'service-hours'],
    ['support', { 'h0-from': '8am' }, 'h0-from'],
    ['support', { 'h0-days': [] }, 'h0-days'],
    ['support', { 'c0-detail': '' }, 'c0-detail'],
    ['support', { 'l0-type': 'x'.repeat(101) }, 'l0-type'],
    ['road-map', { 'r0-quarter': 'soon' }, 'r0-quarter'],
    ['road-map', { 'r0-title': '' }, 'r0-title'],
    ['supplier', { 'k1-email': 'nobody' }, 'k1-email'],
    ['supplier', { 'supplier-site': 'alpha.example' }, 'supplier-site'],
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
      ['hosting', 'https://alpha.example/cloud', ''],
      ['hosting', 'No', ''],
      ['hosting', 'England', ''],
      ['hosting', 'Yes', ''],
      ['hosting', 'Both', ''],
      ['hosting', 'We run it', ''],
      ['hosting', 'Yes', ''],
      ['hosting', 'England', ''],
    ])
    const said = differenceWords(differencesOf(full, { ...changed, link: null, features: ['One'] }, names))
    expect(said.slice(0, 2)).toEqual([
      'Description (changed: Summary; taken away: Link to your own page)',
      'Features (changed: Features)',
    ])
    expect(said[2]).toMatch(/^Hosting \(taken away: Public cloud: Offered, Public cloud: Summary/)
    expect(differenceWords([])).toEqual([])
    expect(differencesOf(undefined, full, names).length).toBeGreaterThan(20)
    expect(differencesOf(full, full, names)).toEqual([])
    const section = sectionOf('description')!
    expect(othersWords(section, changed, section.values(full), names)).toEqual({
      summary: ['It now says: “Shorter”'],
    })
  })
})
