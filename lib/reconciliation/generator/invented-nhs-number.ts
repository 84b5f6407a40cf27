/**
 * An NHS number of the range 999, which is given to nobody, with its check digit (modulus 11). Numbers whose digit would be 10
 * do not exist, so the n-th valid one is returned.
 * @param n from 0 to about 900,000
 */
export function inventedNhsNumber(n: number): string {
  // Of eleven consecutive stems about one has no check digit: the stem moves on past it, by a stride that keeps numbers apart.
  for (let stem = n * 11; ; stem += 1) {
    const digits = `999${String(stem % 1_000_000).padStart(6, '0')}`
    const check = checkDigit(digits)
    if (check !== undefined) return digits + check
  }
}

function checkDigit(nine: string): string | undefined {
  const sum = [...nine].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? undefined : String(check)
}
