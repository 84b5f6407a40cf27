import { describe, expect, it } from 'vitest'
import type { PriceJson } from '@/lib/catalogue/prices/price'
import type { Result } from '@/lib/platform/refusal'
import type { CallOff } from '../call-off'
import { withValue } from '../call-off-rules'
import { jointProblem } from '../order-kind-rules'
import { leadOf, siteHash } from '../order-rules'
import type { OrderSite } from '../order-site'
import { type } from './contact-sections'
import { slicesOf } from './funding-section'
import { lines } from './line-section'
import type { OrderChange, OrderFacts } from './order-section'
import { practices } from './practice-sections'

const perPatient: PriceJson = {
  ...{ id: 'list', basis: 'patient', mode: 'Volume', period: 'year', per: 'practice', unit: 'patient' },
  ...{ unitPlural: 'patients', definition: null, tiers: [{ from: '1', unitPrice: '126000' }], validFrom: '2026-01-01' },
}
/** £3,000 for each practice. */
const work: PriceJson = {
  ...{ ...perPatient, id: 's', basis: 'declarative', period: 'none', unit: 'practice', unitPlural: 'practices' },
  tiers: [{ from: '1', unitPrice: '300000000' }],
}
const site = (practiceId: string, given: Partial<OrderSite> = {}): OrderSite => ({
  ...{ practiceId, listSize: 6000, listSizeAsOf: null, deliverOn: '2026-06-01', continues: false, state: 'asked' },
  ...{ answeredById: null, answeredAt: null, consentHash: null, ...given },
})
const order = withValue({
  ...{ number: 'C000001-01', practiceId: 'a', startsOn: '2026-06-01', termMonths: 12, optionMonths: 0, form: {} },
  ...{ prices: [perPatient], moduleName: 'Core', sites: [site('a')], noticeDays: 90, capabilityIds: ['C1'] },
  lines: [
    { id: 'm0', kind: 'module', name: 'Core', list: perPatient, agreed: perPatient, quantity: 1, per: 'practice' },
  ],
} as unknown as CallOff)!
const known = (id: string, listSize: number | null = 6000) => ({
  ...{ id, code: id.toUpperCase(), name: `${id} Surgery`, listSize, asOf: null },
})
const facts = {
  services: [
    { id: 's0', name: 'Training', price: work, kind: 'training' },
    { id: 's1', name: 'Merger of two practices', price: work, kind: 'merger' },
    { id: 's2', name: 'Merger on a Sunday', price: work, kind: 'merger' },
    { id: 's3', name: 'Split', price: work, kind: 'split' },
  ],
  practices: { a: known('a') },
  found: { A: known('a'), B: known('b'), NEW: known('new', null) },
} as unknown as OrderFacts

const withChange = (of: CallOff, read: Result<OrderChange>): CallOff => {
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return withValue({ ...of, ...read.value, form: { ...of.form, ...read.value.form } } as CallOff)!
}
const typed = (kind: string, of = order, given = facts) => type.read({ kind, description: 'What it is' }, of, given)
const merger = withChange(order, typed('merger'))
const named = (text: string, continues: string, of = merger) =>
  practices.read({ practices: text, continues }, of, facts)
const faults = (read: Result<OrderChange>) => (!read.ok && read.refusal.kind === 'invalid' ? read.refusal.fields : {})

describe('T1, T7: a merger is ordered by itself', () => {
  it('holds the service of its kind and not the module; as a module again it holds the module as it was decided', () => {
    expect(merger.lines.map(({ id, kind, per }) => [id, kind, per])).toEqual([['s1', 'service', 'practice']])
    expect([merger.yearlyPence, merger.oneOffPence]).toEqual([0n, 300_000n])
    expect(withChange(merger, typed('module'))).toMatchObject({ lines: order.lines, totalPence: order.totalPence })
    expect(withChange(order, typed('split')).lines.map(({ id }) => id)).toEqual(['s3'])
    expect(withChange(order, typed('other')).lines.map(({ id }) => id)).toEqual(['s0'])
  })

  it('is refused with words where the listing prices no service of the kind', () => {
    const none = { ...facts, services: facts.services.filter(({ kind }) => kind !== 'merger') }
    expect(faults(typed('merger', order, none))).toEqual({
      kind: [expect.stringContaining('prices no such service (a merger of practices)')],
    })
  })

  it('offers the services of its kind alone, agreed at most at the list price, by a number for each practice', () => {
    const fields = lines.fields(merger, facts)
    expect(fields.map(({ name }) => name)).toEqual(['s1-t0', 's1-quantity', 'services'])
    expect(fields.at(-1)!.options!.map(({ value }) => value)).toEqual(['s1', 's2'])
    const raw = { 's1-t0': '3000', 's1-quantity': '1', services: ['s1'] }
    expect(faults(lines.read({ ...raw, 's1-t0': '3000.01' }, merger, facts))).toHaveProperty('s1-t0')
    expect(faults(lines.read({ ...raw, services: [] }, merger, facts))).toEqual({
      services: ['Choose the service that is ordered'],
    })
    const agreed = withChange(merger, lines.read({ ...raw, 's1-t0': '2500', 's1-per': 'order' }, merger, facts))
    expect(agreed).toMatchObject({ oneOffPence: 250_000n, lines: [{ per: 'practice' }] })
  })

  it('a module is ordered without a merger, and an order of before kinds had lines is not complete', () => {
    expect(
      lines
        .fields(order, facts)
        .at(-1)!
        .options!.map(({ value }) => value),
    ).toEqual(['s0'])
    expect(lines.step({ ...order, form: merger.form }, facts)).toBe('in-progress')
  })
})

describe('T5: which practices, and which of them goes on', () => {
  it.each([
    ['one practice only', 'A', 'A', { practices: ['A merger needs two practices or more'] }],
    ['none marked', 'A\nB', '', { continues: ['Say which of the practices goes on'] }],
    ['two marked', 'A\nB', 'A, B', { continues: ['Only one of the practices goes on'] }],
    ['another one marked', 'A\nB', 'C', { continues: ['Name one of the practices above: C is none of them'] }],
    ['not of this payer', 'A\nB\nX', 'B', { practices: ['Line 3: X is not an open practice of this payer'] }],
    ['no list', 'A\nNEW', 'A', { practices: ['Line 2: the list size of NEW is not known'] }],
  ])('refuses %s', (_, text, continues, fields) => expect(faults(named(text, continues))).toEqual(fields))

  it('what comes out of a split has no list yet', () => {
    const split = withChange(order, typed('split'))
    expect(faults(named('A\nNEW', 'A', split))).toEqual({})
    expect(faults(named('A\nNEW', '', split))).toEqual({ continues: ['Say which of the practices is split'] })
    expect(jointProblem(split, [site('a')])).toContain('A split needs two practices or more')
  })

  it('another kind takes the mark away', () => {
    const marked = withChange(merger, named('A\nB', 'B'))
    expect(withChange(marked, typed('module', marked)).sites.map(({ continues }) => continues)).toEqual([false, false])
  })
})

describe('value, slices, hash and consent of a merger', () => {
  const both = withChange(merger, named('A\nB', 'B'))
  const consenting = (of: CallOff) => ({
    ...of,
    sites: of.sites.map((one) => ({ ...one, state: 'consented' as const, consentHash: siteHash(of, one) })),
  })

  it('counts the price of each practice that consents; the slices sum to it (B5)', () => {
    expect(both.totalPence, 'without the other’s consent').toBe(300_000n)
    const whole = withValue(consenting(both))!
    expect(whole.totalPence).toBe(600_000n)
    expect(slicesOf(whole).reduce((sum, { pence }) => sum + pence, 0n)).toBe(600_000n)
    expect(whole.termsHash).not.toBe(both.termsHash)
    expect([leadOf(whole), leadOf({ ...whole, form: {} })], 'the marked one leads').toEqual(['b', 'a'])
  })

  it('S1, T6: another that goes on, or one more, is another hash and asks everybody again', () => {
    const whole = withValue(consenting(both))!
    const turned = withChange(whole, named('A\nB', 'A', whole))
    expect(turned.termsHash).not.toBe(whole.termsHash)
    expect(siteHash(turned, turned.sites[0]!)).not.toBe(siteHash(whole, whole.sites[0]!))
    const three = { ...whole, sites: [...whole.sites, site('c')] }
    expect(siteHash(three, three.sites[1]!)).not.toBe(siteHash(whole, whole.sites[1]!))
  })
})
