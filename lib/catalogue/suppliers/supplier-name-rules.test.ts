import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SupplierName } from './supplier-name'
import { foldName, holderOf, isBorneOn, matchName } from './supplier-name-rules'

const name = (
  supplierId: string,
  text: string,
  from: string | null = null,
  to: string | null = null,
): SupplierName => ({
  id: `${supplierId} ${text}`,
  supplierId,
  kind: 'brand',
  name: text,
  from,
  to,
  version: 1,
})
const today = '2026-03-02'

describe('NAM-1: names of suppliers', () => {
  it.each([
    ['Continuum Health Limited', 'continuum health'],
    ['CONTINUUM  HEALTH LTD.', 'continuum health'],
    ['Continuum Health plc', 'continuum health'],
    ['O’Neill & Sons, Ltd', 'oneill and sons'],
    ["O'Neill and Sons", 'oneill and sons'],
    ['Café-Care', 'cafe care'],
    ['Limited', 'limited'],
  ])('%s folds to “%s”', (text, folded) => expect(foldName(text)).toBe(folded))

  it('folding twice is folding once, and case never matters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        expect(foldName(foldName(text))).toBe(foldName(text))
      }),
      { numRuns: 1000 },
    )
  })

  it('a brand, a legal name and a source code find the same supplier', () => {
    const names = [name('a', 'Anima'), name('a', 'Continuum Health Limited'), name('e', 'EMIS')]
    expect(matchName('ANIMA', today, names)).toEqual({ kind: 'one', supplierId: 'a' })
    expect(matchName('Continuum Health Ltd', today, names)).toEqual({ kind: 'one', supplierId: 'a' })
    expect(matchName('Emis', today, names)).toEqual({ kind: 'one', supplierId: 'e' })
    expect(matchName('Nobody', today, names)).toEqual({ kind: 'none' })
  })

  it('a name held by two on one date is ambiguous; on another date it is the one’s', () => {
    const names = [name('a', 'Docman', null, '2025-12-31'), name('b', 'Docman', '2025-06-01')]
    expect(matchName('Docman', '2025-07-01', names)).toEqual({ kind: 'ambiguous-name', supplierIds: ['a', 'b'] })
    expect(matchName('Docman', '2025-01-01', names)).toEqual({ kind: 'one', supplierId: 'a' })
    expect(matchName('Docman', today, names)).toEqual({ kind: 'one', supplierId: 'b' })
  })

  it('a new name is free exactly where no day would be ambiguous', () => {
    const day = fc.constantFrom(null, '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04')
    const days = ['2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05']
    fc.assert(
      fc.property(day, day, day, day, (from, to, otherFrom, otherTo) => {
        fc.pre(
          (from === null || to === null || from <= to) &&
            (otherFrom === null || otherTo === null || otherFrom <= otherTo),
        )
        const [old, added] = [name('a', 'Same', otherFrom, otherTo), name('b', 'SAME ltd', from, to)]
        const clash = days.some((d) => isBorneOn(old, d) && isBorneOn(added, d))
        expect(holderOf(added, [old]) !== undefined).toBe(clash)
      }),
      { numRuns: 1000 },
    )
  })
})
