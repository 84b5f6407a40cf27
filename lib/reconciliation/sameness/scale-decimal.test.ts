import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scaleDecimal } from './scale-decimal'

describe('scaling a decimal', () => {
  it('is exact and written without exponent or closing zeros', () => {
    const cases = [
      ['7.10', '1000', '7100'],
      ['0.1', '0.2', '0.02'],
      ['5e-1', '0.5', '0.25'],
      ['1E3', '1', '1000'],
      ['-0.50', '2', '-1'],
      ['100', '0.01', '1'],
      ['0.00', '7', '0'],
      ['123456789012345678901234567890.1', '3', '370370367037037036703703703670.3'],
    ]
    for (const [literal, factor, product] of cases) expect(scaleDecimal(literal!, factor!)).toBe(product)
  })

  it('leaves alone what would be written in more than 400 digits', () => {
    for (const literal of ['1e500', '1e-999', '1e999999999', '9'.repeat(401)])
      expect(scaleDecimal(literal, '2')).toBeUndefined()
  })

  it('agrees with whole numbers, and there and back is the same', () => {
    const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 0, max: 20 }), (a, b, places) => {
        expect(scaleDecimal(`${a}`, `${b}`)).toBe(`${a * b}`)
        const [small, large] = [`0.${'0'.repeat(places)}1`, `1${'0'.repeat(places + 1)}`]
        expect(scaleDecimal(scaleDecimal(`${a}`, small)!, large)).toBe(`${a}`)
      }),
    )
  })
})
