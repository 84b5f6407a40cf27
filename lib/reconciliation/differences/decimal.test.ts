import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hasEqualValue } from './decimal'

it.each([
  ['7.10', '7.1', true],
  ['1e3', '1000', true],
  ['1.0E-2', '0.01', true],
  ['-0', '0.000', true],
  ['120e-1', '12', true],
  ['1234567890123456789012345678901234567890.5', '1234567890123456789012345678901234567890.50', true],
  ['1234567890123456789012345678901234567890', '1234567890123456789012345678901234567891', false],
  ['0.1', '0.10000000000000000000000000000001', false],
  ['-1', '1', false],
  ['10', '1', false],
  ['1e400', '1e401', false],
])('compares %s with %s exactly: %s', (a, b, equal) => {
  expect(hasEqualValue(a, b)).toBe(equal)
})

it('agrees with whole numbers at every way of moving the point', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.nat(20), fc.bigInt(-3n, 3n), (n, zeros, delta) => {
      const moved = `${n}${'0'.repeat(zeros)}e-${zeros}`
      expect(hasEqualValue(moved, String(n + delta))).toBe(delta === 0n)
    }),
  )
})
