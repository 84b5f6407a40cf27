import { describe, expect, it } from 'vitest'
import { addresses } from '@/e2e/access/matrix'
import type { Account } from '@/lib/identity/person'
import { placeOf, placesOf } from './places'

const holderOf = (...roles: string[]): Account => ({
  id: 'p',
  name: 'Somebody',
  email: 's@test.example',
  organisationId: 'o',
  organisations: [{ id: 'o', name: 'An organisation', roles }],
})
const titlesOf = (...roles: string[]) => placesOf(holderOf(...roles)).map(({ title }) => title)
const hrefsOf = (account: Account | undefined) => placesOf(account).flatMap(({ places }) => places.map((p) => p.href))

describe('the places of the navigation', () => {
  it('a visitor has one group, so nothing is folded for them', () => {
    expect(placesOf(undefined)).toHaveLength(1)
  })

  it('each role sees what is its own', () => {
    expect(titlesOf('Practice manager')).toEqual(['Look up', 'Choose and buy', 'Contracts and invoices', 'Switching'])
    expect(titlesOf('Supplier editor')).not.toContain('Choose and buy')
    expect(titlesOf('Supplier editor', 'Practice manager')).toContain('Choose and buy')
    expect(titlesOf('Curator')).toEqual(['Look up', 'Accounts', 'Data and settings'])
    expect(titlesOf('Assessor')).toEqual(['Look up', 'Assessment'])
    expect(hrefsOf(holderOf('Standards author'))).toContain('/assurance/standards')
    expect(hrefsOf(holderOf('Standards author'))).not.toContain('/assurance/decisions')
  })

  it('no address stands there twice, and each is a page', () => {
    for (const roles of [
      ['Supplier editor', 'Practice manager'],
      ['Curator', 'Reviewer', 'Deciding officer'],
      ['Funding approver'],
    ]) {
      const hrefs = hrefsOf(holderOf(...roles))
      expect(new Set(hrefs).size).toBe(hrefs.length)
      for (const href of hrefs) expect(Object.keys(addresses)).toContain(href)
    }
  })

  it('a page below a place stands in it, and the longest address wins', () => {
    const groups = placesOf(holderOf('Supplier editor'))
    expect(placeOf('/supplier/orders/7?done=1', groups)?.href).toBe('/supplier/orders')
    expect(placeOf('/supplier/listings/7', groups)?.href).toBe('/supplier')
    expect(placeOf('/modules-of-old', groups)).toBeUndefined()
    expect(placeOf('/', groups)).toBeUndefined()
  })
})
