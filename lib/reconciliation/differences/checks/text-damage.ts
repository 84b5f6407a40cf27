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
  return doubleEncoded(after) > doubleEncoded(before) || escaped(after) > escaped(before)
}

/** Whether a character of the one text is lost in the other, or stands in another order: it is then no longer inside it. */
function lacksCharacter(before: string, after: string): boolean {
  let at = 0
  for (const c of before) {
    at = after.indexOf(c, at)
    if (at < 0) return true
    at += c.length
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

/** Characters written as an entity of HTML or an escape of JSON, as they come out when something was encoded once too often. */
const entity = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[0-9a-f]{1,6});|\\u[0-9a-f]{4}|\\[nrt"]/gi
const escaped = (text: string): number => text.match(entity)?.length ?? 0
