/** Under these an identifier is an NHS number, by its own word. */
const systems = [
  'https://fhir.nhs.uk/id/nhs-number',
  'http://fhir.nhs.uk/id/nhs-number',
  'https://fhir.nhs.net/id/nhs-number',
  'http://fhir.nhs.net/id/nhs-number',
  'urn:oid:2.16.840.1.113883.2.1.4.1',
]
const namedNhsNumber = /nhs[\s_-]*(?:number|num|no)\b|nhs(?:number|no)/i
/** Where people write sentences. */
const proseKeys = new Set(['div', 'text', 'comment', 'description', 'valueString', 'valueMarkdown'])
const tenDigits = /(?:(?<=%7c)|(?<![\w.,]))(\d{3})([ -]?)(\d{3})\2(\d{4})(?!\w|[.,]\d)/gi

/**
 * CS-04: does this answer hold an NHS number that a person could have? A number is one when
 * - an identifier of an NHS system, or a field or parameter called NHS number, holds ten digits (a field's must be valid);
 * - a search by NHS number stands in a link;
 * - a patient's identifier without a system holds a valid one;
 * - a text holds a valid one after the word NHS, or in the spelling `943 476 5919`, or anywhere in prose that people write.
 * Ids, codes, references, telephone numbers and identifiers of other systems are none: one in eleven of them passes the check digit.
 */
export function holdsRealNhsNumber(json: unknown, text: string, testRanges: readonly string[]): boolean {
  const isReal = (number: string) => !testRanges.some((range) => range !== '' && number.startsWith(range))
  if (json === undefined) return textHolds(text, false, isReal)
  const queue: { value: unknown; key: string; parent: string }[] = [{ value: json, key: '', parent: '' }]
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { value, key, parent } = next
    if (typeof value === 'string' || typeof value === 'number') {
      const digits = tenOf(value)
      if (namedNhsNumber.test(key) && digits && isValid(digits) && isReal(digits)) return true
      if (typeof value === 'string' && parent !== 'telecom' && textHolds(value, proseKeys.has(key), isReal)) return true
    } else if (Array.isArray(value)) for (const item of value) queue.push({ value: item, key, parent })
    else if (typeof value === 'object' && value !== null) {
      if (objectHolds(value as Record<string, unknown>, key, isReal)) return true
      for (const [name, item] of Object.entries(value)) queue.push({ value: item, key: name, parent: key })
    }
  }
  return false
}

function objectHolds(value: Record<string, unknown>, key: string, isReal: (number: string) => boolean): boolean {
  const digits = tenOf(value.value)
  if (typeof value.system === 'string') {
    if (digits && systems.includes(value.system.trim().toLowerCase().replace(/\/$/, ''))) return isReal(digits)
  } else if (digits && key === 'identifier' && isValid(digits)) return isReal(digits)
  if (typeof value.name !== 'string' || !/nhs/i.test(value.name)) return false
  const named = Object.entries(value).filter(([name]) => name.startsWith('value'))
  return named
    .map(([, item]) => tenOf(item))
    .some((number) => number !== undefined && isValid(number) && isReal(number))
}

function textHolds(text: string, prose: boolean, isReal: (number: string) => boolean): boolean {
  for (const found of text.matchAll(tenDigits)) {
    const number = `${found[1]}${found[3]}${found[4]}`
    if (!isValid(number) || !isReal(number)) continue
    const before = text.slice(Math.max(0, found.index - 40), found.index)
    if (/nhs/i.test(before) || found[2] === ' ' || (prose && found[2] === '')) return true
  }
  return false
}

function tenOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const digits = String(value).replaceAll(/[\s\u00a0-]/g, '')
  return /^\d{10}$/.test(digits) ? digits : undefined
}

/** Modulus 11, as the NHS data dictionary has it. */
function isValid(number: string): boolean {
  const sum = [...number.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
  return (11 - (sum % 11)) % 11 === Number(number[9])
}
