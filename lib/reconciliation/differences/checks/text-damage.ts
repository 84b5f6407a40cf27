import type { Json } from '../../json/json'
import { lastKeyOf } from '../path'
import type { LeafChange } from './values'
import { isDateText, isUnitKey } from './values'

/** Keys whose strings are words of a code list, addresses or encodings: read by machines, so no free text. */
const machineKeys = new Set(
  `system code reference url uri fullUrl status clinicalStatus verificationStatus intent use gender mode contentType hash
  data id resourceType type category severity criticality priority version profile linkId versionId language resource
  docStatus relation relationship daysOfWeek timeOfDay userSelected xmlns operation kind comparator`.split(/\s+/),
)

/**
 * C13: a string that lost a character or came out damaged. Every string counts but words of code lists, dates and units,
 * which have checks of their own; those count here too when they are damaged in a way that no system writes on purpose.
 */
export function isTextDamage({ steps, before, after }: LeafChange): boolean {
  if (typeof before !== 'string') return isNewDamage('', after)
  if (isNewDamage(before, after)) return true
  const key = lastKeyOf(steps)
  if (machineKeys.has(key) || isUnitKey(key) || isDateText(before, key)) return false
  return typeof after !== 'string' || lacksCharacter(before, after)
}

function isNewDamage(before: string, after: Json | undefined): boolean {
  if (typeof after !== 'string') return false
  if (count(after, '\ufffd') > count(before, '\ufffd')) return true
  return doubleEncoded(after) > doubleEncoded(before)
}

/** Whether a character of the one text stands less often in the other. Texts of records are short. */
function lacksCharacter(before: string, after: string): boolean {
  const left = new Map<string, number>()
  for (const c of after) left.set(c, (left.get(c) ?? 0) + 1)
  for (const c of before) {
    const have = left.get(c) ?? 0
    if (have === 0) return true
    left.set(c, have - 1)
  }
  return false
}

const count = (text: string, part: string): number => text.split(part).length - 1

/**
 * Characters that look like UTF-8 read as Latin-1 or Windows-1252 ("Ã©" for "é", "â€™" for "’"). The first byte of a
 * sequence is one of Â–ô; the rest are what the two code pages make of bytes 80–BF.
 */
const doubled =
  /[\u00c2-\u00f4](?:[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122])+/gu
const doubleEncoded = (text: string): number => text.match(doubled)?.length ?? 0
