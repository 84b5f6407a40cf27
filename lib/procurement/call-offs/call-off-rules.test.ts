import { describe, expect, it } from 'vitest'
import type { Terms } from './call-off'
import { endOf, isSignedByBoth, termsHashOf, withCapabilities, withDates } from './call-off-rules'

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
    expect(withDates(terms, '2026-06-01', 24, 90)).toMatchObject({
      endsOn: '2028-05-31',
      totalPence: 2_487_492n,
      termMonths: 24,
    })
    expect(withDates({ ...terms, prices: [] }, '2026-06-01', 24, 90)).toBeUndefined()
  })

  it('a part of the module is another hash, and is priced again', () => {
    const part = withCapabilities({ ...terms, yearlyPence: 0n }, ['C5'])
    expect(part).toMatchObject({ capabilityIds: ['C5'], yearlyPence: 1_243_746n, endsOn: '2029-05-31' })
    expect(part!.termsHash).not.toBe(termsHashOf(terms))
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
