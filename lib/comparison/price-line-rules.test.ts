import { describe, expect, it } from 'vitest'
import type { ModuleView } from '@/lib/catalogue/module-view'
import { type PriceJson, priceFromJson } from '@/lib/catalogue/prices/price'
import { priceLines } from './price-line-rules'

const perPatient = {
  id: 'p',
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
const view = (id: string, price: object | null, kind = 'conformant') =>
  ({
    id,
    listing: { name: id },
    prices: { present: price ? [priceFromJson(price as PriceJson)] : [], announced: [] },
    standing: { kind },
  }) as unknown as ModuleView
const flat = { ...perPatient, basis: 'declarative', period: 'month', tiers: [{ from: '1', unitPrice: '10000000' }] }

describe('prices of a comparison by list size', () => {
  it('gives every size in the table the price of the list, exactly', () => {
    const found = priceLines([view('A', perPatient), view('B', flat)], 9_800)!
    expect(found.end).toBe(20_000n)
    expect(found.rows.find((row) => row.patients === 9_800n)?.pence).toEqual([1_234_800n, 120_000n])
    expect(found.lines.map((line) => line.pieces.length)).toEqual([1, 1])
  })

  it('names those without a price that can be known, and shows none of a suspended module (CAT-1)', () => {
    const use = { ...flat, basis: 'on-demand' }
    const modules = [view('A', perPatient), view('B', use), view('C', null), view('D', perPatient, 'suspended')]
    expect(priceLines(modules, null)?.without).toEqual(['B', 'C', 'D'])
    expect(priceLines([view('B', use)], null)).toBeUndefined()
    expect(priceLines([view('B', flat)], null)?.end).toBe(20_000n)
  })
})
