import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nameLines } from '../bar-rules'
import { costBars } from './cost-bar-rules'

const pence = fc.bigInt({ min: 0n, max: 10_000_000n })
const cost = fc.record({ licence: pence, oneOff: pence, leaving: fc.option(pence), overlap: fc.option(pence) })

it('the parts of a bar sum to the cost, fill the bar and stay in the frame', () => {
  fc.assert(
    fc.property(fc.array(cost, { minLength: 1, maxLength: 8 }), (costs) => {
      for (const bar of costBars(
        costs.map((c) => ({ cost: c })),
        320,
      )) {
        expect(bar.segments.reduce((sum, s) => sum + s.pence, 0n)).toBe(bar.pence)
        let at = 0
        for (const { x, width } of bar.segments) {
          expect(x).toBeCloseTo(at, 6)
          at += width
        }
        // Sums of hundredths are not exact in doubles.
        expect(at).toBeLessThanOrEqual(320 + 1e-6)
      }
    }),
  )
})
it('a name stands on two lines of a picture at most, each short enough for it', () => {
  expect(nameLines('1: Alder Record')).toEqual(['1: Alder Record'])
  expect(nameLines('1: Alder Record + Dogwood Documents and Booking')).toEqual([
    '1: Alder Record + Dogwood',
    'Documents and Booking',
  ])
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 50 }), { minLength: 1, maxLength: 12 }), (words) => {
      const lines = nameLines(words.join(' '))
      expect(lines.length).toBeLessThanOrEqual(2)
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(34)
    }),
  )
})
