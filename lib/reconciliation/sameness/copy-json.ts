import { isArray, isObject, type Json } from '../json/json'

/** A copy that shares no object or array. */
export function copyJson(value: Json): Json {
  if (isArray(value)) return value.map(copyJson)
  if (isObject(value)) return new Map([...value].map(([key, member]) => [key, copyJson(member)]))
  return value
}
