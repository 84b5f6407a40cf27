import { describe, expect, it } from 'vitest'
import { practiceLines } from '../../practice-lines-rules'
import { parseUnitPrice } from './line-section'

describe('what people type into an order', () => {
  it.each([
    ['£1.26', 4, 126_000n],
    ['1.2599', 4, 125_990n],
    ['1.25999', 4, undefined],
    ['0.00035', 5, 35n],
    ['1,000', 4, 100_000_000n],
    ['-1', 4, undefined],
    ['', 4, undefined],
  ] as const)('T7: %s with %i decimals is %s', (text, decimals, units) =>
    expect(parseUnitPrice(text, decimals)).toBe(units),
  )

  it('T5: a practice a line, with separators, quotation marks and a heading as spreadsheets write them', () => {
    expect(practiceLines('ODS code;name\n a1 ; The "A" \n\nb2')).toEqual([
      { line: 2, code: 'A1', name: 'The A' },
      { line: 4, code: 'B2', name: '' },
    ])
  })
})
