import { describe, expect, it } from 'vitest'
import { addWorkingDays, workingDaysLeft } from '@/lib/platform/working-days'
import { type Application, type ApplicationType, applicationTextsOf } from '../application'
import type { PriceJson } from '../prices/price'
import { lintOf } from './lint-rules'
import { emptyListing } from './listing-draft'
import { noticeDaysOf, priceNoticeProblems } from './price-notice-rules'
import { clockWords } from './review-clock-rules'
import { impactOf, isOlder } from './version-rules'

const price = (unitPrice: string, validFrom: string, over: Partial<PriceJson> = {}): PriceJson => ({
  id: 'list',
  basis: 'patient',
  mode: 'Volume',
  period: 'year',
  per: 'practice',
  unit: 'patient',
  unitPlural: 'patients',
  definition: 'A patient',
  tiers: [{ from: '1', unitPrice }],
  validFrom,
  ...over,
})

describe('PRC-13: notice of a dearer price, announced on 2 March 2026', () => {
  const [on, old] = ['2026-03-02', price('126000', '2026-01-01')]
  it.each([
    ['a first listing says what it likes', undefined, [price('1000', '2020-01-01')], 0],
    ['the same prices', [old], [{ ...old, id: 'other' }], 0],
    ['cheaper from today', [old], [price('120000', on)], 0],
    ['cheaper, but retroactive', [old], [price('120000', '2026-03-01')], 1],
    ['dearer beside the present one, after 90 days', [old], [old, price('130000', '2026-05-31')], 0],
    ['dearer after 89 days', [old], [old, price('130000', '2026-05-30')], 1],
    ['dearer after 90 days, the present one taken away', [old], [price('130000', '2026-05-31')], 1],
    ['another unit instead', [old], [price('1', on, { unit: 'visit' })], 1],
    ['PRC-6 two prices of one kind from one day', undefined, [old, price('130000', '2026-01-01')], 1],
    ['PRC-6 the only price that holds taken away', [old], [], 1],
    ['a price of former days is no measure', [price('1000', '2025-01-01'), old], [old, price('120000', on)], 0],
    ['another unit beside it', [old], [old, price('1', on, { unit: 'visit' })], 0],
  ])('%s', (_, now, next, problems) => {
    expect(priceNoticeProblems(now, next, on, 90)).toHaveLength(problems)
  })

  it('PRC-13 asks for the longest notice of the listing’s frameworks, 90 days where none is named', () => {
    expect(noticeDaysOf([])).toBe(90)
    expect(noticeDaysOf([{ priceNoticeDays: 30 }, { priceNoticeDays: 120 }])).toBe(120)
    const rise = (from: string) => priceNoticeProblems([old], [old, price('130000', from)], on, 120)
    expect(rise('2026-06-29')).toHaveLength(1)
    expect(rise('2026-06-30')).toEqual([])
  })
})

describe('the ten working days', () => {
  it('count no weekend', () => {
    expect(addWorkingDays('2026-03-02', 10)).toBe('2026-03-16')
    expect(addWorkingDays('2026-03-07', 1)).toBe('2026-03-09')
    expect(workingDaysLeft('2026-03-02', '2026-03-16')).toBe(10)
    expect(workingDaysLeft('2026-03-17', '2026-03-16')).toBe(-1)
  })
  it.each([
    ['2026-03-02', '10 working days left'],
    ['2026-03-13', '1 working day left'],
    ['2026-03-16', 'the answer is due today'],
    ['2026-03-17', '1 working day overdue'],
    ['2026-03-18', '2 working days overdue'],
  ])('%s: %s', (today, words) => expect(clockWords(today, '2026-03-16')).toBe(words))
})

describe('versions', () => {
  it('are compared by number, and a major one is a new assessment', () => {
    expect(isOlder('1.9.0', '1.10.0')).toBe(true)
    expect(isOlder('2.0.0', '1.10.0')).toBe(false)
    expect(isOlder('1.0.0', '1.0.0')).toBe(false)
    expect([impactOf('1.0.0', '2.0.0'), impactOf('1.0.0', '1.1.0'), impactOf('1.0.0', '1.0.1')]).toEqual([
      'MAJOR',
      'MINOR',
      'PATCH',
    ])
  })
})

const texts = (type: ApplicationType) => Object.fromEntries(applicationTextsOf(type).map((key) => [key, 'Some']))
const fullBrowser: Application = {
  type: 'browser',
  summary: null,
  browsers: ['edge'],
  mobileFirst: false,
  speed: '2',
  ...texts('browser'),
}
const fullDesktop: Application = { type: 'desktop', summary: null, speed: 'over-30', ...texts('desktop') }
const fullHost = {
  type: 'public-cloud' as const,
  summary: 'Two',
  hscn: false,
  country: 'England',
  link: 'https://alpha.example/hosting',
}
const level = { type: 'Availability', level: '99.9%', measured: 'Each month', credits: true }
const contact = { name: 'Ann', role: null, email: 'ann@alpha.example', phone: null }

describe('the lint score', () => {
  const epic = (id: string, active = true) => ({ id, active })
  const facts = { epics: { C5: [epic('E1'), epic('E2'), epic('E3', false)] }, today: '2026-03-02' }
  const good = {
    ...emptyListing('1.0.0'),
    name: 'Alpha',
    summary: 'Books and moves appointments for patients and staff, on the practice’s own rules and words.',
    description: 'It does one thing. '.repeat(30),
    link: 'https://alpha.example/',
    features: ['a', 'b', 'c', 'd', 'e'],
    accessibility: 'https://alpha.example/accessibility',
    capabilities: [{ id: 'C5', epicIds: ['E1'], notMetEpicIds: ['E2'] }],
    prices: [price('126000', '2026-01-01')],
    services: [
      { name: 'Data migration', description: 'In', price: null },
      { name: 'Export', description: 'All data is returned', price: null },
    ],
    applications: [fullBrowser, fullDesktop],
    hosting: [fullHost],
    serviceLevels: { type: 'type-1' as const, hours: [], contacts: [], levels: [level, level, level] },
    supplier: { about: 'Us', site: null, contacts: [contact, contact] },
    roadMap: [{ title: 'Letters', quarter: 'Q1 2026' }],
  }
  const cliff = { tiers: ['1', '100'].map((from, i) => ({ from, unitPrice: i === 0 ? '200000' : '100000' })) }
  it('is 100 where every rule is kept', () => expect(lintOf(good, facts).score).toBe(100))
  it.each([
    ['LNT-01', { summary: 'Too short' }],
    ['LNT-02', { features: ['a', 'A ', 'b', 'c', 'd'] }],
    ['LNT-03', { summary: `The leading way to book. ${good.summary}` }],
    ['LNT-03', { description: 'word '.repeat(200) }],
    ['LNT-04', { capabilities: [{ id: 'C5', epicIds: ['E1'] }] }],
    ['LNT-04', { capabilities: [] }],
    ['LNT-05', { prices: [price('126000', '2026-01-01', { definition: null })] }],
    ['LNT-05', { prices: [price('1', '2026-01-01', cliff)] }],
    ['LNT-05', { prices: [] }],
    ['LNT-06', { hosting: [{ ...fullHost, country: null }] }],
    ['LNT-06', { hosting: [{ ...fullHost, type: 'hybrid' as const }] }],
    ['LNT-06', { hosting: [] }],
    ['LNT-06', { applications: [{ ...fullBrowser, plugIns: null }] }],
    ['LNT-06', { applications: [{ ...fullBrowser, mobileFirst: null }] }],
    ['LNT-06', { applications: [{ ...fullDesktop, speed: null }] }],
    ['LNT-07', { serviceLevels: { ...good.serviceLevels, levels: [level, level, { ...level, credits: false }] } }],
    ['LNT-07', { serviceLevels: { ...good.serviceLevels, levels: [level, level, { ...level, measured: null }] } }],
    ['LNT-07', { serviceLevels: undefined }],
    ['LNT-08', { roadMap: [] }],
    ['LNT-08', { roadMap: [{ title: 'Letters', quarter: 'Q4 2025' }] }],
    ['LNT-09', { link: null }],
    ['LNT-09', { accessibility: null }],
    ['LNT-09', { supplier: { ...good.supplier, contacts: [contact] } }],
    ['LNT-10', { services: [] }],
    ['LNT-10', { services: [{ ...good.services[1]!, kind: 'migration' as const }, good.services[0]!] }],
  ])('%s fails alone', (id, over) => {
    const lint = lintOf({ ...good, ...over }, facts)
    expect(lint.lines.filter((line) => !line.kept).map((line) => line.id)).toEqual([id])
    expect(lint.score).toBe(90)
  })

  it('LNT-09 a link that did not answer breaks the rule', () => {
    const lint = lintOf(good, { ...facts, deadLinks: [good.link] })
    expect(lint.lines.filter((line) => !line.kept).map((line) => line.id)).toEqual(['LNT-09'])
  })

  it('never falls below nought, and an empty listing still has its score', () => {
    expect(lintOf(emptyListing('1.0.0'), facts).score).toBe(10)
  })
})
