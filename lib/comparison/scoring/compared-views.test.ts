import { describe, expect, it } from 'vitest'
import type { ModuleView } from '@/lib/catalogue/module-view'
import { type PriceJson, priceFromJson } from '@/lib/catalogue/prices/price'
import { comparedViews, judgedOf } from './compared-views'

const base = { basis: 'patient', period: 'year', mode: 'Volume', unit: 'patient a year', unitPlural: 'patients' }
const perPatient = { ...base, tiers: [{ from: '1', unitPrice: '126000' }] }
const once = { ...base, basis: 'declarative', period: 'none', tiers: [{ from: '1', unitPrice: '90000000' }] }
const byUse = { ...base, basis: 'on-demand', period: 'month', tiers: [{ from: '1', unitPrice: '100000' }] }
const view = (id: string, prices: object[], kind = 'conformant') =>
  ({
    id,
    listing: { name: id },
    standing: { kind },
    prices: { present: prices.map((price) => priceFromJson(price as PriceJson)), announced: [] },
  }) as unknown as ModuleView
const nobody = { points: {}, floor: null, worthPence: null }

describe('ABS: compared modules at list price', () => {
  it('licence and one-off over the term, the band beside them, what is not known left out by name', () => {
    const modules = [
      view('A', [perPatient, once]),
      view('B', [perPatient]),
      view('C', [byUse]),
      view('D', []),
      view('E', [perPatient], 'suspended'),
    ]
    const found = comparedViews(modules, { patients: 9_800, term: 36 }, nobody)!
    expect(found.view.lines.map(({ id, cost }) => [id, cost.licence, cost.oneOff])).toEqual([
      ['B', 3_704_400n, 0n],
      ['A', 3_704_400n, 90_000n],
    ])
    expect(found.bands).toEqual({ A: 4, B: 5 })
    expect(found.without).toEqual([
      { name: 'C', why: 'no price known' },
      { name: 'D', why: 'no price known' },
      { name: 'E', why: 'not on sale' },
    ])
  })
  it('nothing without a term, or without the list size on which prices depend', () => {
    expect(comparedViews([view('A', [perPatient])], { patients: 9_800, term: null }, nobody)).toBeUndefined()
    expect(comparedViews([view('A', [perPatient])], { patients: null, term: 36 }, nobody)).toBeUndefined()
  })
  it('the reader’s own points, floor and pounds a point', () => {
    const judged = judgedOf({ 'q-A': '80', 'q-B': '40', floor: '50', worth: '100' }, ['A', 'B'])
    const modules = [view('A', [perPatient, once]), view('B', [perPatient])]
    const { view: found } = comparedViews(modules, { patients: 9_800, term: 36 }, judged)!
    expect(found.lines.map(({ id, places, adjusted }) => [id, ...Object.values(places), adjusted])).toEqual([
      ['A', '1st', '1st', '1st', '£29,944.00'],
      ['B', 'Below the least quality', '2nd', '2nd', '£33,044.00'],
    ])
  })
  it('what is no whole number from 0 to 100, or no amount, counts as not given', () => {
    expect(
      judgedOf({ 'q-A': '101', 'q-B': '-1', 'q-C': ['7', '9'], floor: 'x', worth: 'much' }, ['A', 'B', 'C']),
    ).toEqual({
      points: { C: 7n },
      floor: null,
      worthPence: null,
    })
  })
})
