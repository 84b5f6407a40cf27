/** Beyond so many digits a number is none that a record holds, and is left as it is. */
const mostDigits = 400

/**
 * The product of two decimal literals, exactly, without exponent and without closing zeros after the point: 7.10 × 1000 is
 * 7100, 5e-1 × 0.5 is 0.25. Undefined where the result would have more than 400 digits.
 */
export function scaleDecimal(literal: string, factor: string): string | undefined {
  const [a, b] = [readDecimal(literal), readDecimal(factor)]
  if (!a || !b) return undefined
  const digits = a.digits * b.digits
  const places = a.places + b.places
  if (digits === 0n) return '0'
  const sign = digits < 0n ? '-' : ''
  const text = (digits < 0n ? -digits : digits).toString()
  if (text.length + Math.abs(places) > mostDigits) return undefined
  if (places <= 0) return sign + text + '0'.repeat(-places)
  const padded = text.padStart(places + 1, '0')
  const fraction = padded.slice(-places).replace(/0+$/, '')
  return sign + padded.slice(0, -places) + (fraction === '' ? '' : `.${fraction}`)
}

/** Digits as an integer, and how many of them stand after the point (negative: zeros to append). */
function readDecimal(literal: string): { digits: bigint; places: number } | undefined {
  const [, whole = '', fraction = '', exponent = '0'] = /^(-?\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(literal) ?? []
  if (whole === '' || exponent.length > 5 || whole.length + fraction.length > mostDigits) return undefined
  return { digits: BigInt(whole + fraction), places: fraction.length - Number(exponent) }
}
