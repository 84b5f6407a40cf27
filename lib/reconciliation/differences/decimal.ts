/**
 * Whether two number literals of JSON have the same value: 7.10 and 7.1, 1e3 and 1000. Exact at any length: by digits and
 * the place of the point, never by conversion.
 */
export function hasEqualValue(a: string, b: string): boolean {
  const [x, y] = [parts(a), parts(b)]
  return x.digits === y.digits && (x.digits === '' || (x.negative === y.negative && x.exponent === y.exponent))
}

/** The digits without zeros at either end, and the power of ten of the last one. */
function parts(literal: string): { negative: boolean; digits: string; exponent: bigint } {
  const [mantissa = '', power = '0'] = literal.toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.replace(/^-/, '').split('.')
  const all = (whole + fraction).replace(/^0+/, '')
  const digits = all.replace(/0+$/, '')
  const exponent = BigInt(power.replace(/^\+/, '')) - BigInt(fraction.length) + BigInt(all.length - digits.length)
  return { negative: literal.startsWith('-'), digits, exponent }
}
