import { describe, expect, it } from 'vitest'
import type { Raw } from '@/lib/catalogue/drafts/draft-section'
import type { PriceJson } from '@/lib/catalogue/prices/price'
import type { Result } from '@/lib/platform/refusal'
import type { CallOff } from '../call-off'
import { withValue } from '../call-off-rules'
import type { OrderSite } from '../order-site'
import { firstMissing, orderSections, stepOf } from './call-off-journey'
import { orderingContact, supplierContact, type } from './contact-sections'
import { funding, slicesOf } from './funding-section'
import { lines } from './line-section'
import { dataAndExit, milestones } from './money-sections'
import type { OrderFacts } from './order-section'
import { consent, practices } from './practice-sections'
import { delivery, timescales } from './time-sections'

const price: PriceJson = {
  id: 'list',
  basis: 'patient',
  mode: 'Volume',
  period: 'year',
  per: 'practice',
  unit: 'patient',
  unitPlural: 'patients',
  definition: null,
  tiers: [{ from: '1', unitPrice: '126000' }],
  validFrom: '2026-01-01',
}
const once: PriceJson = {
  ...price,
  id: 's',
  basis: 'declarative',
  period: 'none',
  tiers: [{ from: '1', unitPrice: '300000000' }],
}
const unanswered = { listSizeAsOf: null, continues: false, answeredById: null, answeredAt: null, consentHash: null }
const site = (practiceId: string): OrderSite => ({
  ...unanswered,
  practiceId,
  listSize: 9871,
  deliverOn: '2026-06-01',
  state: 'asked',
})
const order = withValue({
  number: 'C000001-01',
  practiceId: 'a',
  lines: [{ id: 'm0', kind: 'module', name: 'M', list: price, agreed: price, quantity: 1, per: 'practice' }],
  sites: [site('a')],
  startsOn: '2026-06-01',
  termMonths: 36,
  optionMonths: 0,
  noticeDays: 90,
  form: {},
  submittedParts: null,
  reviewedHash: null,
} as unknown as CallOff)!
const known = (id: string, name: string) => ({ id, code: id.toUpperCase(), name, listSize: 6000, asOf: null })
const facts: OrderFacts = {
  today: '2026-05-01',
  longestTerm: 48,
  contacts: [{ name: 'Sales', email: 'sales@supplier.example', phone: '01632 960001' }],
  services: [{ id: 's0', name: 'Training', price: once }],
  scheduleSha256: 'd'.repeat(64),
  ...{ commissioner: { id: 'c', name: 'The commissioner' }, ownMeans: { years: [], approvers: [] }, askerId: 'm' },
  practices: { a: known('a', 'A Surgery') },
  found: { B1: { ...known('b1', 'B Surgery'), code: 'B1' }, A: known('a', 'A Surgery') },
}
const faults = (result: Result<unknown>) =>
  result.ok ? {} : result.refusal.kind === 'invalid' ? result.refusal.fields : { form: [result.refusal.kind] }
const read = (section: (typeof orderSections)[number], raw: Raw, of = order) => section.read(raw, of, facts)
const value = (result: Result<Parameters<typeof Object.assign>[0]>) => (result.ok ? result.value : undefined)

describe('the twelve steps of an order', () => {
  it('T1: a kind and at most 100 characters', () => {
    expect(faults(read(type, { kind: 'other', description: 'x'.repeat(100) }))).toEqual({})
    expect(Object.keys(faults(read(type, { kind: 'car', description: 'x'.repeat(101) })))).toEqual([
      'kind',
      'description',
    ])
  })

  it.each([
    ['contact-name', 'x'.repeat(101)],
    ['contact-email', 'not an address'],
    ['contact-email', `${'x'.repeat(250)}@a.example`],
    ['contact-phone', '1'.repeat(36)],
    ['contact-name', ''],
  ])('T2: a %s of %s is refused', (field, text) => {
    const good = { 'contact-name': 'A', 'contact-email': 'a@b.example', 'contact-phone': '1' }
    expect(faults(read(orderingContact, good))).toEqual({})
    expect(Object.keys(faults(read(orderingContact, { ...good, [field]: text })))).toEqual([field])
  })

  it('T3: a published contact or a new one', () => {
    expect(value(read(supplierContact, { published: '0' }))).toEqual({ form: { supplierContact: facts.contacts[0] } })
    expect(Object.keys(faults(read(supplierContact, { published: 'new' })))).toEqual(['contact-name'])
    expect(Object.keys(faults(read(supplierContact, { published: '7' })))).toEqual(['contact-name'])
  })

  it.each([
    ['2026-06-02', '36', '36', 'startsOn'],
    ['2026-05-01', '36', '36', 'startsOn'],
    ['2026-06-01', '0', '36', 'initial'],
    ['2026-06-01', '1.5', '36', 'initial'],
    ['2026-06-01', '36', '35', 'maximum'],
    ['2026-06-01', '36', '49', 'maximum'],
    ['2026-06-01', 'long', '', 'initial,maximum'],
  ])('T4: from %s for %s of %s months is refused at %s', (startsOn, initial, maximum, field) =>
    expect(Object.keys(faults(read(timescales, { startsOn, initial, maximum }))).join()).toBe(field),
  )

  it('T4: what the maximum adds is the option; who was due on the first day still is', () =>
    expect(value(read(timescales, { startsOn: '2026-07-01', initial: '36', maximum: '48' }))).toMatchObject({
      termMonths: 36,
      optionMonths: 12,
      sites: [{ deliverOn: '2026-07-01' }],
    }))

  it('T5: bad codes and names are shown by line, from the text and from the file', () => {
    expect(
      faults(read(practices, { practices: 'A\nX9, Nowhere\nB1, C Surgery', csv: 'code,name\nB1,"B Surgery"\nY8' })),
    ).toEqual({
      practices: ['Line 2: X9 is not an open practice of this payer', 'Line 3: B1 is B Surgery, not C Surgery'],
      file: ['Line 3: Y8 is not an open practice of this payer'],
    })
    expect(value(read(practices, { practices: 'b1, b surgery' }))).toMatchObject({
      sites: [{ practiceId: 'a' }, { practiceId: 'b1', state: 'asked', listSize: 6000, deliverOn: '2026-06-01' }],
    })
    expect(faults(read(practices, { practices: '', csv: 'x'.repeat(1_048_577) }))).toEqual({
      file: ['The file must be 1 MB or smaller'],
    })
  })

  it('T5: a merger needs two practices or more, and one that goes on', () => {
    const merger = { ...order, form: { type: { kind: 'merger' as const, description: 'M' } } }
    expect(practices.step(merger, facts)).toBe('in-progress')
    const saved = value(read(practices, { practices: 'A\nB1', continues: 'B1' }, merger)) as { sites: OrderSite[] }
    expect(saved.sites.map((s) => s.continues)).toEqual([false, true])
    expect(practices.step({ ...merger, sites: saved.sites }, facts)).toBe('completed')
    expect(practices.step({ ...merger, sites: [site('a'), site('b')] }, facts)).toBe('in-progress')
  })

  it('T6: in progress while a practice has not answered; a refusal is an answer', () => {
    expect(consent.step(order, facts)).toBe('not-applicable')
    expect(consent.step({ ...order, sites: [site('a'), site('b')] }, facts)).toBe('in-progress')
    expect(consent.step({ ...order, sites: [site('a'), { ...site('b'), state: 'declined' }] }, facts)).toBe('completed')
  })

  it('T7: agreed is at most the list price; services of the listing come in ticked and leave unticked', () => {
    expect(faults(read(lines, { 'm0-t0': '1.2601' }))).toEqual({
      'm0-t0': ['The list price is £1.26: agree that or less'],
    })
    const added = value(read(lines, { 'm0-t0': '1.20', services: ['s0'] })) as Pick<CallOff, 'lines'>
    expect(added.lines.map((l) => [l.id, l.agreed.tiers[0]!.unitPrice])).toEqual([
      ['m0', '120000'],
      ['s0', '300000000'],
    ])
    const more = withValue({ ...order, ...added })!
    expect([more.yearlyPence, more.oneOffPence]).toEqual([1_184_520n, 300_000n])
    const with2 = { 'm0-t0': '1.20', 's0-t0': '3000', services: ['s0'] }
    expect(faults(read(lines, { ...with2, 's0-quantity': '0' }, more))).toEqual({
      's0-quantity': ['Enter a whole number from 1 to 1,000,000'],
    })
    const shared = value(read(lines, { ...with2, 's0-quantity': '2', 's0-per': 'order' }, more)) as Pick<
      CallOff,
      'lines'
    >
    const two = [...order.sites, { ...site('b') }]
    expect(withValue({ ...order, ...shared, sites: two })).toMatchObject({ oneOffPence: 600_000n })
    expect((value(read(lines, { 'm0-t0': '1.20', services: [] }, more)) as Pick<CallOff, 'lines'>).lines).toHaveLength(
      1,
    )
  })

  it('T8: one day for all or each its own, between commencement and end', () => {
    expect(faults(read(delivery, { all: '2029-06-01' }))).toEqual({
      all: ['Enter a day from 1 June 2026 to 31 May 2029'],
    })
    expect(faults(read(delivery, { all: '', 'on-a': '2026-05-31' }))).toHaveProperty('on-a')
    expect(value(read(delivery, { all: '2029-05-31' }))).toMatchObject({ sites: [{ deliverOn: '2029-05-31' }] })
  })

  it('T9, W2, B5: GP IT pays what other money does not; the slices sum to the value', () => {
    const saved = value(read(funding, { 'LOCAL-2026': '1,000.00', 'PCARP-2029': '2072.90' })) as Pick<CallOff, 'form'>
    const slices = slicesOf({ ...order, ...saved })
    expect(slices.filter(({ year }) => year === 2026).map(({ stream, pence }) => [stream, pence])).toEqual([
      ['GPIT', 936_456n],
      ['LOCAL', 100_000n],
    ])
    expect(slices.filter(({ year }) => year === 2029).map(({ stream }) => stream)).toEqual(['PCARP'])
    expect(slices.reduce((sum, { pence }) => sum + pence, 0n)).toBe(order.totalPence)
    expect(faults(read(funding, { 'LOCAL-2029': '2072.00', 'PCARP-2029': '0.91' }))).toEqual({
      'PCARP-2029': ['Only £0.90 of this year is left'],
    })
    expect(funding.step({ ...order, ...saved }, facts)).toBe('completed')
    expect(funding.step({ ...order, ...saved, termMonths: 24 }, facts), 'a year that is no more').toBe('in-progress')
    expect(funding.step({ ...order, totalPence: 0n }, facts)).toBe('not-applicable')
  })

  it('T10: name at most 100, trigger at most 500; both or neither', () => {
    expect(value(read(milestones, { 'm0-name': 'Go-live', 'm0-trigger': 'Both say so' }))).toEqual({
      form: { milestones: [{ name: 'Go-live', trigger: 'Both say so' }] },
    })
    expect(
      Object.keys(faults(read(milestones, { 'm0-name': 'x'.repeat(101), 'm0-trigger': 'y'.repeat(501) }))),
    ).toEqual(['m0-name', 'm0-trigger'])
    expect(Object.keys(faults(read(milestones, { 'm0-name': 'Alone' })))).toEqual(['m0-trigger'])
  })

  it('T11: the schedule by its hash; another schedule must be read again', () => {
    const good = { schedule: 'yes', noticeDays: '90', exitCharge: '£0.00', returnFormat: 'CSV' }
    const saved = value(read(dataAndExit, good)) as Pick<CallOff, 'form'>
    expect(dataAndExit.step({ ...order, ...saved }, facts)).toBe('completed')
    expect(dataAndExit.step({ ...order, ...saved }, { ...facts, scheduleSha256: 'e' })).toBe('in-progress')
    for (const [field, text] of [
      ['schedule', ''],
      ['noticeDays', '29'],
      ['exitCharge', 'much'],
      ['returnFormat', ''],
    ] as const)
      expect(Object.keys(faults(read(dataAndExit, { ...good, [field]: text })))).toEqual([field])
  })

  it('T12: cannot start before the rest; completed for what was read, and for nothing else; the first missing step is named', () => {
    const review = orderSections.at(-1)!
    expect(stepOf(review, order, facts)).toBe('cannot-start')
    expect(firstMissing(order, facts)?.code).toBe('T1')
    const contact = facts.contacts[0]!
    const data = { scheduleSha256: facts.scheduleSha256, exitChargePence: '0', returnFormat: 'CSV' }
    const form = {
      type: { kind: 'module' as const, description: 'M' },
      orderingContact: contact,
      supplierContact: contact,
      funding: {},
      data,
    }
    const full = withValue({ ...order, form })!
    expect(firstMissing(full, facts)?.code).toBe('T12')
    expect(faults(read(review, { read: 'yes', termsHash: 'older' }, full))).toHaveProperty('read')
    expect(value(read(review, { read: 'yes', termsHash: full.termsHash }, full))).toEqual({ reviewed: true })
    expect(firstMissing({ ...full, reviewedHash: full.termsHash }, facts)).toBeUndefined()
    expect(firstMissing(withValue({ ...full, reviewedHash: full.termsHash, noticeDays: 91 })!, facts)?.code).toBe('T12')
  })

  it('a complete step that differs from what the payer was asked for is amended', () => {
    const before = { ...order, submittedParts: { timescales: 'another hash' } }
    expect(stepOf(timescales, before, facts)).toBe('amended')
    expect(stepOf(timescales, order, facts)).toBe('completed')
  })
})
