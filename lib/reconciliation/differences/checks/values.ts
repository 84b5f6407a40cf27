import { isArray, isNumber, isObject, type Json } from '../../json/json'
import type { Change, Step } from '../finding'

/** One value without anything inside, on either side of a change; the other side is undefined where it has none there. */
export type LeafChange = { steps: Step[]; before: Json | undefined; after: Json | undefined }

/** A change as its leaves: a lost or added branch is one leaf for each value in it; arrays in another order are none. */
export function leafChanges({ steps, before, after }: Change): LeafChange[] {
  if (before !== undefined && after !== undefined) {
    if (isLeaf(before) && isLeaf(after)) return [{ steps, before, after }]
    if (isArray(before) && isArray(after)) return []
    return [...leafChanges({ steps, before, after: undefined }), ...leafChanges({ steps, before: undefined, after })]
  }
  const leaves: LeafChange[] = []
  const walk = (value: Json, at: Step[]): void => {
    if (isArray(value)) for (const [i, item] of value.entries()) walk(item, [...at, i])
    else if (isObject(value)) for (const [key, item] of value) walk(item, [...at, key])
    else leaves.push(before === undefined ? { steps: at, before, after: value } : { steps: at, before: value, after })
  }
  walk((before ?? after)!, steps)
  return leaves
}

const isLeaf = (value: Json): boolean => !isArray(value) && !isObject(value)

const datePattern =
  /^-?\d{4}-(0[1-9]|1[0-2])(-\d{2}(T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?$|^\d{2}:\d{2}:\d{2}([.]\d+)?$/
const dateKey =
  /(date|time|instant)$|^(start|end|due|when|sent|received|recorded|issued|created|indexed)$|^authoredOn$/i

/** A date, an instant or a time as FHIR writes them; a bare year only at a key that speaks of time. */
export const isDateText = (value: Json | undefined, key: string): boolean =>
  typeof value === 'string' && (datePattern.test(value) || (/^\d{4}$/.test(value) && dateKey.test(key)))

const unitKeys = ['unit', 'units', 'comparator', 'periodUnit', 'durationUnit', 'currency', 'offsetUnit']
export const isUnitKey = (key: string): boolean => unitKeys.includes(key)

export const isNumberChange = ({ before, after }: LeafChange): boolean => isNumber(before) || isNumber(after)
