import { type Json, JsonNumber } from '../json/json'

/** How a system writes JSON; none of it means anything (NO-01, NO-02). */
export type Style = { reversed: boolean; spaced: boolean; escaped: boolean }

export const plainStyle: Style = { reversed: false, spaced: false, escaped: false }

/** One line of JSON in a style: keys in reverse at every level, white space between tokens, letters as `\u` escapes. */
export function writtenJson(value: Json, style: Style): string {
  if (typeof value === 'string') return writtenString(value, style)
  if (value instanceof JsonNumber) return value.text
  if (value === null || typeof value === 'boolean') return String(value)
  const comma = style.spaced ? ' ,  ' : ','
  if (Array.isArray(value)) return `[${value.map((item) => writtenJson(item, style)).join(comma)}]`
  const colon = style.spaced ? '\t: ' : ':'
  const entries = [...value].map(([key, item]) => writtenString(key, style) + colon + writtenJson(item, style))
  if (style.reversed) entries.reverse()
  return style.spaced ? `{ ${entries.join(comma)} }` : `{${entries.join(comma)}}`
}

function writtenString(text: string, { escaped }: Style): string {
  const plain = JSON.stringify(text)
  if (!escaped) return plain
  // One vowel and all that is not ASCII, and the solidus, which JSON lets anybody escape.
  return plain.replace(/[e\u0080-\uffff/]/g, (c) =>
    c === '/' ? '\\/' : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
