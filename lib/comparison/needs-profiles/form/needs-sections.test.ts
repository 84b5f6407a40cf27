import { describe, expect, it } from 'vitest'
import type { Raw } from '@/lib/catalogue/drafts/draft-section'
import { value } from '@/lib/testing/answers'
import { firstContent, most, type NeedsContent } from '../needs-content'
import type { NeedsProfile } from '../needs-profile'
import { firstMissing, needsSectionOf, needsSections, rawOfForm } from './needs-journey'
import type { NeedsFacts } from './needs-section'

const day = new Date('2026-03-02T10:00:00Z')
const profile = (content: Partial<NeedsContent> = {}): NeedsProfile => ({
  id: 'p',
  organisationId: 'o',
  name: 'New system',
  state: 'live',
  content: { ...firstContent(['a']), ...content },
  sharedWithId: null,
  createdAt: day,
  editedAt: day,
  version: 1,
})
const practice = (id: string, listSize: number | null = 9_871) => ({
  id,
  code: id.toUpperCase(),
  name: `Practice ${id}`,
  listSize,
  asOf: listSize ? '2026-02-01' : null,
})
const epic = (id: string, level: 'MUST' | 'MAY') => ({ id, name: id, level, active: true, supplierDefined: false })
const facts: NeedsFacts = {
  today: '2026-03-02',
  capabilities: Array.from({ length: 70 }, (_, i) => ({
    id: `C${i}`,
    name: `Capability ${i}`,
    mustEpicIds: [],
    expired: false,
  })),
  epics: { C5: [epic('E1', 'MUST'), epic('E2', 'MAY')] },
  practices: { a: practice('a') },
  found: { B: practice('b') },
  modules: [
    { id: 'm1', name: 'One', supplierId: 's1', supplierName: 'First' },
    { id: 'm2', name: 'Two', supplierId: 's2', supplierName: 'Second' },
  ],
  contracts: [
    {
      practiceId: 'a',
      moduleId: 'm1',
      moduleName: 'One',
      reference: 'K1',
      endsOn: '2027-03-31',
      noticeDays: 90,
      yearlyPence: '126000',
    },
  ],
}
const read = (slug: string, raw: Raw, of = profile()) => needsSectionOf(slug)!.read(raw, of, facts)
const faults = (slug: string, raw: Raw, of = profile()) => {
  const result = read(slug, raw, of)
  return result.ok || result.refusal.kind !== 'invalid' ? {} : result.refusal.fields
}
const content = (slug: string, raw: Raw, of = profile()) => {
  const result = value(read(slug, raw, of))
  return result.content
}

describe('the limits of choosing §1, each said at its field', () => {
  const reason = 'They lost our letters twice last year'
  it.each<[string, Raw, string, RegExp, NeedsProfile?]>([
    ['practices', { name: '', practices: 'A' }, 'name', /Enter a name/],
    ['practices', { name: 'x'.repeat(256), practices: 'A' }, 'name', /255/],
    ['practices', { name: 'x', practices: '' }, 'practices', /at least one/],
    ['practices', { name: 'x', practices: 'ZZZ' }, 'practices', /ZZZ is not an open practice/],
    [
      'practices',
      { name: 'x', practices: Array.from({ length: 51 }, (_, i) => `P${i}`).join('\n') },
      'practices',
      /50/,
    ],
    ['needs', {}, 'needs', /at least one/],
    ['needs', { needs: facts.capabilities.slice(0, 61).map((c) => c.id) }, 'needs', /60/],
    ['wishes', { 'w-C1': '10' }, 'w-C1', /1 to 9/],
    ['wishes', { 'w-C1': '2.5' }, 'w-C1', /whole/],
    ['today', { 't0-module': 'mx' }, 't0-module', /of the list/],
    ['today', { 't0-module': 'm1', 't0-end': '2027-02-30' }, 't0-end', /real date/],
    ['today', { 't0-module': 'm1', 't0-notice': '-1' }, 't0-notice', /whole days/],
    ['today', { 't0-module': 'm1', 't0-yearly': '12.345' }, 't0-yearly', /pounds/],
    ['today', { 't0-module': 'm1', 't0-practice': 'q' }, 't0-practice', /practice of the profile/],
    ['today', { 't0-module': 'm1', 't1-module': 'm1' }, 't1-module', /already/],
    ['list-size', { 'size-a': '12', 'why-a': '' }, 'why-a', /Say why/],
    ['list-size', { 'size-a': '0', 'why-a': 'x' }, 'size-a', /whole number/],
    ['list-size', { 'size-a': '12', 'why-a': 'x'.repeat(251) }, 'why-a', /250/],
    ['term', { start: '2026-03-01', months: '36', overlapDays: '0' }, 'start', /today or later/],
    ['term', { start: 'soon', months: '36', overlapDays: '0' }, 'start', /date/],
    ['term', { start: '2026-04-01', months: '0', overlapDays: '0' }, 'months', /at least 1/],
    ['term', { start: '2026-04-01', months: '61', overlapDays: '0' }, 'months', /60/],
    ['term', { start: '2026-04-01', months: '36', overlapDays: '181' }, 'overlapDays', /180/],
    ['budget', { budget: 'a lot' }, 'budget', /pounds/],
    ['quality', { floor: '101' }, 'floor', /0 to 100/],
    ['quality', { floor: '-1' }, 'floor', /0 to 100/],
    ['accepted', { pairing: 'confirmed', hscn: 'any' }, 'standings', /at least one/],
    ['accepted', { standings: ['conformant'], pairing: 'guessed', hscn: 'any' }, 'pairing', /how sure/],
    ['avoid', { 'a0-what': 'supplier:s1', 'a0-reason': 'too short' }, 'a0-reason', /30 to 300/],
    ['avoid', { 'a0-what': 'supplier:s1', 'a0-reason': 'x'.repeat(301) }, 'a0-reason', /30 to 300/],
    ['avoid', { 'a0-what': 'supplier:sx', 'a0-reason': reason }, 'a0-what', /of the list/],
    ['avoid', { 'a0-reason': reason }, 'a0-what', /what this reason/],
    ['own-cost', { ownCost: '-5' }, 'ownCost', /pounds/],
  ])('%s %j', (slug, raw, field, words) => {
    expect(faults(slug, raw)[field]?.join()).toMatch(words)
  })

  it('no more than 150 wishes', () => {
    const many = {
      ...facts,
      capabilities: Array.from({ length: 151 }, (_, i) => ({
        id: `D${i}`,
        name: `D${i}`,
        mustEpicIds: [],
        expired: false,
      })),
    }
    const raw = Object.fromEntries(many.capabilities.map(({ id }) => [`w-${id}`, '1']))
    expect(needsSectionOf('wishes')!.read(raw, profile(), many)).toMatchObject({ refusal: { kind: 'invalid' } })
    delete raw['w-D150']
    expect(needsSectionOf('wishes')!.read(raw, profile(), many).ok).toBe(true)
    expect(most.wishes).toBe(150)
  })
})

describe('what a section reads, it shows again', () => {
  const whole = profile({
    practiceIds: ['a', 'b'],
    mayDiffer: true,
    needs: [{ capabilityId: 'C5', epicIds: ['E2'] }],
    wishes: [{ capabilityId: 'C7', epicId: null, worth: 3 }],
    today: [
      {
        practiceId: 'a',
        moduleId: 'm1',
        moduleName: 'One',
        contractReference: 'K1',
        contractEnd: '2027-03-31',
        noticeDays: 90,
        yearlyPence: '126000',
        renewalYearlyPence: null,
        exitPence: '150000',
        keep: 'must',
      },
    ],
    sizes: [{ practiceId: 'b', patients: 4_000, reason: 'Counted by hand' }],
    term: { start: '2026-05-01', months: 24, overlapDays: 30 },
    budget: { budgetPence: '5060000', yearlyBudgets: [{ from: '2026-04-01', pence: '2000000' }] },
    floorPercent: 70,
    avoid: [{ kind: 'supplier', id: 's2', name: 'Second', reason: 'They lost our letters twice last year' }],
    ownCostPence: '50000',
  })
  const known = { ...facts, practices: { a: practice('a'), b: practice('b', null) } }

  it.each(needsSections.map((section) => section.slug))('%s', (slug) => {
    const section = needsSectionOf(slug)!
    const values = section.values(whole, known)
    const again = section.read(values, whole, known)
    expect(again.ok).toBe(true)
    expect({ ...whole.content, ...(again.ok ? again.value.content : {}) }).toEqual(whole.content)
    const names = section.fields(whole, known).map((field) => field.name)
    expect(Object.keys(values).filter((name) => !names.includes(name))).toEqual([])
    expect(section.step(whole, known)).toMatch(/completed|optional/)
  })

  it('nothing is missing in it; of a new one the needs are', () => {
    expect(firstMissing(whole, known)).toBeUndefined()
    expect(firstMissing(profile(), facts)?.slug).toBe('needs')
  })
})

describe('what follows', () => {
  it('contracts fill in what is run today, until somebody saves it', () => {
    expect(needsSectionOf('today')!.values(profile(), facts)).toMatchObject({
      't0-module': 'm1',
      't0-contract': 'K1',
      't0-end': '2027-03-31',
      't0-yearly': '£1,260.00',
    })
    expect(content('today', {}).today).toEqual([])
    expect(needsSectionOf('today')!.values(profile({ today: [] }), facts)['t0-module']).toBe('')
  })

  it('a practice that leaves the profile takes what was said of it along', () => {
    const of = profile({ sizes: [{ practiceId: 'a', patients: 1, reason: 'x' }] })
    expect(content('practices', { name: 'x', practices: 'B, Practice b' }, of)).toMatchObject({
      practiceIds: ['b'],
      sizes: [],
    })
  })

  it('MUST epics are not asked, because they count anyway', () => {
    const of = profile({ needs: [{ capabilityId: 'C5', epicIds: [] }] })
    expect(needsSectionOf('epics')!.fields(of, facts)[0]!.options).toEqual([{ value: 'E2', text: 'E2' }])
    expect(content('epics', { 'epics-C5': ['E1', 'E2'] }, of).needs).toEqual([{ capabilityId: 'C5', epicIds: ['E2'] }])
  })

  it('a form sends several values where boxes are ticked, and one text elsewhere', () => {
    const form = new FormData()
    for (const value of ['C1', 'C2']) form.append('needs', value)
    form.set('name', 'a\r\nb')
    const fields = [
      { name: 'needs', label: '', kind: 'checks' as const },
      { name: 'name', label: '', kind: 'area' as const },
    ]
    expect(rawOfForm(fields, form)).toEqual({ needs: ['C1', 'C2'], name: 'a\nb' })
  })
})
