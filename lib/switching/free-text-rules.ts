/**
 * SW-06: whether a text holds what could be an NHS number: ten digits, also written 943 476 5919 or 943-476-5919, with a valid
 * check digit (modulus 11). Digits inside a longer word or number do not count: a hash is not a person.
 */
export function holdsNhsNumber(text: string): boolean {
  const found = text.matchAll(/(?<![0-9A-Za-z])(\d{3})[ -]?(\d{3})[ -]?(\d{4})(?![0-9A-Za-z])/g)
  return [...found].some(([, a, b, c]) => hasValidCheckDigit(`${a}${b}${c}`))
}

function hasValidCheckDigit(digits: string): boolean {
  const sum = [...digits].slice(0, 9).reduce((total, digit, i) => total + Number(digit) * (10 - i), 0)
  const check = (11 - (sum % 11)) % 11
  return check === Number(digits[9]) // a check digit of 10 is never given out, and no digit equals it
}
