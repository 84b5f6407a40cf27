import { type Day, dayWords, isDay } from '@/lib/platform/days'
import { parsePounds, poundsWords } from '@/lib/platform/money'
import type { Setting, SettingValue } from './setting'
import { definitionOf, type SettingKey } from './setting-keys'

/**
 * The row that counts on a day (K1): the payer's own where it may have one, else the authority's; undefined where nobody has
 * set one, which is a refusal and never a default.
 */
export function settingOn(rows: Setting[], key: SettingKey, payerId: string | null, on: Day): Setting | undefined {
  const counting = rows.filter((row) => row.key === key && isInForce(row, on))
  const own =
    definitionOf(key).setBy === 'payer' && payerId !== null
      ? counting.find((row) => row.organisationId === payerId)
      : undefined
  return own ?? counting.find((row) => row.organisationId === null)
}

export const isInForce = ({ validFrom, validTo }: Pick<Setting, 'validFrom' | 'validTo'>, on: Day): boolean =>
  validFrom <= on && (validTo === null || on <= validTo)

/** What a setter typed, as it is kept; undefined where it is no such value. */
export function parseValue(key: SettingKey, text: string): SettingValue | undefined {
  const { kind, choices } = definitionOf(key)
  const typed = text.trim()
  const parts = typed.split(/[\s,]+/).filter(Boolean)
  switch (kind) {
    case 'pence-or-none':
      return /^none$/i.test(typed) ? null : parsePounds(typed)?.toString()
    case 'pence':
      return parsePounds(typed)?.toString()
    case 'choice':
      return choices && Object.hasOwn(choices, typed) ? typed : undefined
    case 'text':
      return typed === '' || typed.length > 200 ? undefined : typed
    case 'day-list':
      return parts.every(isDay) ? parts.toSorted() : undefined
    case 'lines':
      return parseLines(text)
    case 'counts':
      return parts.length > 0 && parts.every(isCount) ? parts.map(Number) : undefined
    case 'percent':
      return isCount(typed) && Number(typed) <= 100 ? Number(typed) : undefined
    default:
      return isCount(typed) ? Number(typed) : undefined
  }
}
/** One thing a line: 1 to 20 lines of 200 characters or fewer. */
function parseLines(text: string): string[] | undefined {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  return lines.length >= 1 && lines.length <= 20 && lines.every((line) => line.length <= 200) ? lines : undefined
}
const isCount = (text: string): boolean => /^\d{1,4}$/.test(text)

/** The value as a setter types it again. */
export function typedValue(key: SettingKey, value: SettingValue): string {
  if (value === null) return 'none'
  if (Array.isArray(value)) return value.join(definitionOf(key).kind === 'lines' ? '\n' : ', ')
  return isMoney(key) ? poundsWords(BigInt(value)).slice(1) : String(value)
}

/** The value in words, for whoever reads. */
export function valueWords(key: SettingKey, value: SettingValue): string {
  const { kind, choices } = definitionOf(key)
  if (value === null) return 'None'
  if (Array.isArray(value) && kind === 'lines') return value.join('; ')
  if (Array.isArray(value))
    return value.length === 0 ? 'None' : value.map((v) => (kind === 'day-list' ? dayWords(String(v)) : v)).join(', ')
  if (isMoney(key)) return poundsWords(BigInt(value))
  if (choices) return choices[value] ?? String(value)
  return `${value}${units[kind] ?? ''}`
}
const units: Partial<Record<string, string>> = {
  percent: ' %',
  days: ' days',
  'working-days': ' working days',
  months: ' months',
}
const isMoney = (key: SettingKey): boolean => definitionOf(key).kind.startsWith('pence')

/** How a setter is told to type a value of this key. */
export function typingHint(key: SettingKey): string {
  const { kind, choices } = definitionOf(key)
  if (choices) return `One of ${Object.keys(choices).join(', ')}`
  const hints: Partial<Record<string, string>> = {
    pence: 'In pounds, for example 40,000',
    'pence-or-none': 'In pounds, or the word none',
    'day-list': 'Days such as 2027-12-27, with a comma between them',
    counts: 'Whole numbers with a comma between them',
    lines: 'One on each line: 20 lines of 200 characters or fewer',
    text: '200 characters or fewer',
  }
  return hints[kind] ?? 'A whole number'
}
