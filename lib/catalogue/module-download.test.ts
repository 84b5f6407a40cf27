import { describe, expect, it } from 'vitest'
import { modulesRecord, modulesTable } from './module-download'
import { emptyFilter } from './module-filter'
import type { ModuleCard } from './module-view'

const card: ModuleCard = {
  id: 'a',
  listingVersionId: 'l',
  name: '=Record',
  version: '1.0.0',
  summary: 's',
  supplierBrand: 'Supplier',
  standing: { kind: 'conformant', words: 'Conformant', because: null, asOf: '2026-03-02' },
  capabilityIds: ['C5', 'C13'],
  price: {
    id: 'p',
    basis: 'patient',
    mode: 'Volume',
    period: 'year',
    per: 'practice',
    unit: 'patient',
    unitPlural: 'patients',
    definition: null,
    tiers: [{ from: 1n, unitPrice: 126_000n }],
    validFrom: '2026-01-01',
  },
  publishedOn: '2026-01-01',
  demo: true,
}
const suspended = { ...card, standing: { kind: 'suspended', words: 'Suspended', because: 'x', asOf: null } }
const filter = { ...emptyFilter, n: 9_800 }

describe('the download of the list (CAT-9)', () => {
  it('gives each module a row without a blank, and the price of a suspended one to nobody', () => {
    const cards = [card, suspended, { ...card, price: null, capabilityIds: [] }]
    const { header, rows } = modulesTable({ cards, filter })
    expect(rows.map((row) => [row[4], row[5], row[6]])).toEqual([
      ['C5 C13', '£1.26 per patient per year', '12348.00'],
      ['C5 C13', 'Not shown while suspended', 'Not known'],
      ['None', 'Not stated', 'Not known'],
    ])
    expect(header[6]).toBe('Pounds a year for 9800 patients')
    expect(rows.every((row) => row.length === header.length && row.every((cell) => cell !== ''))).toBe(true)
  })

  it('gives programs exact pence, and of a suspended module neither text nor price', () => {
    const { modules, total } = modulesRecord({ cards: [card, suspended], filter, total: 2 })
    expect(total).toBe(2)
    expect(modules.map((m) => [m.summary, m.yearlyPence, m.price?.tiers])).toEqual([
      ['s', 1_234_800n, [{ from: '1', unitPrice: '126000' }]],
      [null, null, undefined],
    ])
  })
})
