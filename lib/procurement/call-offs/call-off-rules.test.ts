import { describe, expect, it } from 'vitest'
import type { PriceJson } from '@/lib/catalogue/prices/price'
import type { Terms } from './call-off'
import { endOf, isSignedByBoth, nextRevision, termsHashOf, wholeLifePence, withValue } from './call-off-rules'
import { siteHash } from './order-rules'
import type { OrderSite } from './order-site'

const price = {
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
} as const
const list: PriceJson = { ...price, tiers: [...price.tiers] }
const site = (practiceId: string, given: Partial<OrderSite> = {}): OrderSite => ({
  practiceId,
  listSize: 9871,
  listSizeAsOf: null,
  deliverOn: '2026-06-01',
  continues: false,
  state: 'asked',
  answeredById: null,
  answeredAt: null,
  consentHash: null,
  ...given,
})
const terms: Terms = {
  number: 'C000001-01',
  practiceId: 'a',
  payerId: 'b',
  supplierId: 'c',
  moduleVersionId: 'd',
  listingVersionId: 'e',
  listingSha256: 'f',
  capabilityIds: ['C5', 'C13'],
  prices: [{ ...price, tiers: [...price.tiers] }],
  listSize: 9871,
  startsOn: '2026-06-01',
  termMonths: 36,
  endsOn: '2029-05-31',
  noticeDays: 90,
  yearlyPence: 1_243_746n,
  oneOffPence: 0n,
  totalPence: 3_731_238n,
  optionMonths: 12,
  optionPence: 1_243_746n,
  lines: [{ id: 'm0', kind: 'module', name: 'M', list, agreed: list, quantity: 1, per: 'practice' }],
  sites: [site('a')],
  form: { type: { kind: 'module', description: 'M' } },
}

describe('the terms of a call-off', () => {
  it.each(Object.keys(terms) as (keyof Terms)[])(
    'S1: a changed %s is another hash, so approval and signatures are void',
    (field) => {
      const value = terms[field]
      const changed = {
        ...terms,
        [field]:
          typeof value === 'bigint'
            ? value + 1n
            : field === 'form'
              ? { ...terms.form, milestones: [] }
              : typeof value === 'number'
                ? value + 1
                : Array.isArray(value)
                  ? []
                  : `${value}x`,
      }
      expect(termsHashOf(changed)).not.toBe(termsHashOf(terms))
    },
  )

  it('the order of the fields says nothing', () => {
    expect(termsHashOf(Object.fromEntries(Object.entries(terms).reverse()) as Terms)).toBe(termsHashOf(terms))
  })

  it.each([
    ['2026-04-01', 36, '2029-03-31'],
    ['2026-06-01', 1, '2026-06-30'],
    ['2027-02-01', 13, '2028-02-29'],
  ])('PRC-9: from %s for %i months to %s', (start, months, end) => expect(endOf(start, months)).toBe(end))

  it('other dates change end, value and hash together', () => {
    expect(withValue({ ...terms, termMonths: 24, optionMonths: 0 })).toMatchObject({
      endsOn: '2028-05-31',
      totalPence: 2_487_492n,
      optionPence: 0n,
    })
    expect(withValue({ ...terms, lines: [] })).toBeUndefined()
  })

  it('W3: the whole life counts the option: 36 months and 12 more of W2 are 4,974,984', () =>
    expect(wholeLifePence(withValue(terms)!)).toBe(4_974_984n))

  it('a part of the module is another hash', () =>
    expect(withValue({ ...terms, capabilityIds: ['C5'] })!.termsHash).not.toBe(termsHashOf(terms)))

  it('T6: a practice counts from its consent, and not after its own part has changed', () => {
    const asked = { ...terms, sites: [site('a'), site('b', { listSize: 6000 })] }
    expect(withValue(asked)).toMatchObject({ listSize: 9871, yearlyPence: 1_243_746n })
    const consented = {
      ...asked,
      sites: [
        asked.sites[0]!,
        { ...asked.sites[1]!, state: 'consented' as const, consentHash: siteHash(asked, asked.sites[1]!) },
      ],
    }
    expect(withValue(consented)).toMatchObject({ listSize: 15_871, yearlyPence: 1_999_746n })
    expect(termsHashOf(consented)).not.toBe(termsHashOf(asked))
    expect(withValue({ ...consented, noticeDays: 91 })).toMatchObject({ listSize: 9871 })
    const otherDay = consented.sites.map((s) => ({ ...s, deliverOn: '2026-07-01' }))
    expect(withValue({ ...consented, sites: otherDay })).toMatchObject({ listSize: 9871 })
  })

  it('an order of the time before keeps the hash that was signed then', () => {
    expect(termsHashOf(terms, 1)).toBe(termsHashOf({ ...terms, lines: [], optionMonths: 0 }, 1))
    expect(termsHashOf(terms, 1)).not.toBe(termsHashOf(terms))
  })

  it('revisions run from 01 to 99', () => {
    expect(nextRevision('C000001-01')).toBe('C000001-02')
    expect(nextRevision('C123456-09')).toBe('C123456-10')
    expect(() => nextRevision('C000001-99')).toThrow('no revision left')
  })

  it('both sides must have signed these terms, not older ones', () => {
    const by = (side: 'payer' | 'supplier', termsHash: string) => ({
      side,
      personId: side,
      organisationId: side,
      termsHash,
      at: new Date(0),
    })
    expect(isSignedByBoth({ termsHash: 'h', signatures: [by('payer', 'h'), by('supplier', 'h')] })).toBe(true)
    expect(isSignedByBoth({ termsHash: 'h', signatures: [by('payer', 'older'), by('supplier', 'h')] })).toBe(false)
  })
})
