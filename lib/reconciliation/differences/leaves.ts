import { isArray, isNumber, isObject, type Json, type JsonObject } from '../json/json'
import { referenceWord } from './reference-text'

/**
 * The leaves of a resource: every place (without indices, so that an item taken out of an array does not shift the rest)
 * with its value, references by type only. Empty objects and arrays are leaves. `resourceType` is none: it is always equal.
 */
export function leavesOf(resource: JsonObject): string[] {
  const leaves: string[] = []
  for (const [key, value] of resource) if (key !== 'resourceType') gather(value, key, key, leaves)
  return leaves
}

function gather(value: Json, path: string, key: string, leaves: string[]): void {
  if (isObject(value) && value.size > 0)
    for (const [name, item] of value) gather(item, `${path}\u0000${name}`, name, leaves)
  else if (isArray(value) && value.length > 0) for (const item of value) gather(item, `${path}\u0000[]`, key, leaves)
  else leaves.push(`${path}\u0000=${leafText(value, key)}`)
}

/** A text for a value that has nothing inside: equal exactly where the values are (NO-03, NO-05). */
export function leafText(value: Json, key: string): string {
  if (isNumber(value)) return `n${value.text}`
  if (typeof value === 'string') return `s${key === 'reference' ? referenceWord(value) : value}`
  if (isObject(value)) return '{}'
  if (isArray(value)) return '[]'
  return String(value)
}

/** Texts of all references in a resource. */
export function referencesIn(value: Json, found: string[] = []): string[] {
  if (isArray(value)) for (const item of value) referencesIn(item, found)
  else if (isObject(value))
    for (const [key, item] of value)
      if (key === 'reference' && typeof item === 'string') found.push(item)
      else referencesIn(item, found)
  return found
}
