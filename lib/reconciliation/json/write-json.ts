import { isArray, isNumber, isObject, type Json } from './json'

/** A value as JSON on one line: keys in their order, numbers as they were written. */
export function writeJson(value: Json): string {
  if (isNumber(value)) return value.text
  if (isArray(value)) return `[${value.map(writeJson).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  return `{${[...value].map(([key, member]) => `${JSON.stringify(key)}:${writeJson(member)}`).join(',')}}`
}
