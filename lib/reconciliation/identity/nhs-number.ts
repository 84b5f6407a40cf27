/** ID-01: ten digits whose last is the check digit by modulus 11 (9434765919 is one, 9434765918 is not). */
export function isNhsNumber(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false
  const digits = [...text].map(Number)
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0)
  // A remainder of 1 would need the check digit 10: no such number is given out.
  return (11 - (sum % 11)) % 11 === digits[9]
}
