import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TableWrite } from '../imports/table-write'
import {
  addressOf,
  type CorrectableField,
  type Correction,
  keyFromAddress,
  type Value,
  type Values,
} from './correction'
import { changedFields, overlay, readValues, textOf } from './correction-rules'

const fields: CorrectableField[] = [
  { name: 'name', label: 'Name', type: 'text', most: 20 },
  { name: 'count', label: 'Count', type: 'whole', most: 240 },
  { name: 'until', label: 'Until', type: 'day', optional: true },
  { name: 'active', label: 'Active', type: 'yes-no' },
  { name: 'kinds', label: 'Kinds', type: 'list', options: { a: 'A', b: 'B' }, optional: true },
]
const good = { name: 'One', count: '36', until: '', active: 'no', kinds: 'a, b' }

describe('the fields of a row', () => {
  it('are read as what they are', () => {
    expect(readValues({ fields }, good)).toEqual({
      values: { name: 'One', count: 36, until: null, active: false, kinds: ['a', 'b'] },
    })
  })

  it.each([
    ['name', '', 'Enter: name'],
    ['name', 'x'.repeat(21), 'Use 20 characters or fewer'],
    ['count', '241', 'Enter a whole number up to 240'],
    ['count', '3.5', 'Enter a whole number up to 240'],
    ['until', '2026-02-30', 'Enter a real date'],
    ['active', 'perhaps', 'Choose yes or no'],
    ['kinds', 'a, c', 'Enter only: a, b'],
  ])('%s “%s” is refused with its reason', (field, text, reason) => {
    expect(readValues({ fields }, { ...good, [field]: text })).toEqual({ problems: { [field]: [reason] } })
  })

  it('may be refused together', () => {
    const check = () => ({ until: ['Too early'] })
    expect(readValues({ fields, check }, good)).toEqual({ problems: { until: ['Too early'] } })
  })

  it('come out of a form as they went in', () => {
    const values = fc.record({
      name: fc.stringMatching(/^[A-Za-z][A-Za-z ]{0,18}[A-Za-z]$/),
      count: fc.integer({ min: 0, max: 240 }),
      until: fc.constantFrom(null, '2026-01-31', '2028-02-29'),
      active: fc.boolean(),
      kinds: fc.subarray(['a', 'b']),
    })
    fc.assert(
      fc.property(values, (row) => {
        const shown = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, textOf(value as Value)]))
        expect(readValues({ fields }, shown)).toEqual({ values: row })
        expect(changedFields(fields, row as Values, row as Values)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('a key stands in an address and comes back', () => {
    expect(addressOf('C13\u001fE00109')).toBe('C13@E00109')
    expect(keyFromAddress('C13@E00109')).toBe('C13\u001fE00109')
  })
})

describe('a file over corrections', () => {
  const write: TableWrite = {
    table: 'Thing',
    columns: { id: 'text', name: 'text' },
    key: ['id'],
    mode: 'upsert',
    rows: [
      { lines: [2], values: { id: 'A', name: 'file A' } },
      { lines: [3], values: { id: 'B', name: 'file B' } },
    ],
  }
  const set = (rowKey: string, column: string, value: Value): Correction => ({
    id: '',
    rowKey,
    column,
    value,
    was: null,
    reason: '',
    madeById: '',
    madeAt: new Date(0),
    endedAt: null,
  })

  it('keeps what a curator set, and takes everything else from the file', () => {
    const laid = overlay(write, [set('A', 'name', 'curator A'), set('Z', 'name', 'elsewhere'), set('B', 'other', 'x')])
    expect(laid.kept).toBe(1)
    expect(laid.write.rows.map((row) => row.values.name)).toEqual(['curator A', 'file B'])
    expect(write.rows[0]!.values.name).toBe('file A')
  })

  it('a row that is the curator’s own changes no value of the file', () => {
    expect(overlay(write, [set('A', '*', null)])).toMatchObject({ kept: 0, write: { rows: write.rows } })
  })
})
