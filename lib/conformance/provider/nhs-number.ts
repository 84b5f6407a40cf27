export const nhsNumberSystem = 'https://fhir.nhs.uk/Id/nhs-number'

/** Ten digits, of which the last proves the others (modulus 11). */
export function isNhsNumber(value: string): boolean {
  if (!/^\d{10}$/.test(value)) return false
  const sum = [...value.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === Number(value[9])
}
