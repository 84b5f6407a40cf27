import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bounds } from '../report'
import { maskRows, toFive } from './mask-counts'

describe('masked counts', () => {
  it.each<[string, number[][], unknown[][]]>([
    ['PC-01: leave nothing and five or more exact', [[0, 5, 700]], [[0, 5, 700]]],
    ['PC-01: mask one to four', [[1, 2, 3, 4]], [['1-4', '1-4', '1-4', '1-4']]],
    ['PC-03: hide the next smallest beside a lone masked one', [[2, 700, 9, 0]], [['1-4', 700, '5+', 0]]],
    ['PC-03: leave a lone one alone where no sum is told', [[2, 0, 0, 0]], [['1-4', 0, 0, 0]]],
    [
      'PC-03: hide the sum where all can only be one',
      [
        [1, 1, 1, 1, 1],
        [5, 0],
      ],
      [
        ['1-4', '1-4', '1-4', '1-4', '1-4'],
        ['5+', 0],
      ],
    ],
    ['PC-03: hide the sum where both can only be four', [[4, 4], [8]], [['1-4', '1-4'], ['5+']]],
    ['PC-03: tell the sum of two that may be several', [[2, 4], [6]], [['1-4', '1-4'], [6]]],
  ])('%s', (_, rows, expected) => {
    expect(maskRows(rows)).toEqual(expected)
  })

  it('PC-01…03: never print one to four, never lie, and leave no masked count that subtraction tells', () => {
    const cell = fc.oneof(fc.constant(0), fc.nat(6), fc.nat(2_000))
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), fc.nat(20), (row, cut) => {
        // The same differences, counted in two ways: the second row has the sum of the first.
        const sum = row.reduce((a, b) => a + b, 0)
        const rows = [row, [Math.min(cut, sum), sum - Math.min(cut, sum)]]
        const masked = maskRows(rows)
        masked.forEach((cells, r) => {
          cells.forEach((one, i) => {
            expect([1, 2, 3, 4]).not.toContain(one)
            const [low, high] = bounds(one)
            expect(rows[r]![i]! >= low && rows[r]![i]! <= high).toBe(true)
          })
          // Who knows the sum from the other row subtracts what is exact here: one masked cell alone must not remain.
          const other = masked[1 - r]!
          const isTold = other.every((one) => typeof one === 'number')
          const hidden = cells.filter((one) => typeof one !== 'number')
          if (isTold && hidden.length === 1) expect(hidden).toEqual(['5+'])
        })
      }),
      { numRuns: 2_000 },
    )
  })

  it('PC-02: round to the nearest five', () => {
    expect([0, 2, 3, 7, 8, 102].map(toFive)).toEqual([0, 0, 5, 5, 10, 100])
  })
})
