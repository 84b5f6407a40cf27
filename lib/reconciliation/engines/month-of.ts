import { monthFields } from '../compare/comparison'
import { isObject, type JsonObject, textAt } from '../json/json'

/** `YYYY-MM` of a resource as it was written, or `undated` (C12). */
export function monthOf(resource: JsonObject): string {
  for (const field of monthFields) {
    const value = resource.get(field)
    const text = isObject(value) ? textAt(value, 'start') : value
    if (typeof text === 'string' && /^\d{4}-(0[1-9]|1[0-2])(?!\d)/.test(text)) return text.slice(0, 7)
  }
  return 'undated'
}
