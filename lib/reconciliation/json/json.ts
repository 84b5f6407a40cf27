/**
 * A JSON value as it was written: numbers keep their literal text (NO-03: 7.10 is not 7.1, and forty digits are forty
 * digits), and objects are maps, so that no key of a record can be mistaken for a property of the language.
 */
export type Json = null | boolean | string | JsonNumber | Json[] | JsonObject
export type JsonObject = Map<string, Json>

/** A number by its literal text, never converted. */
export class JsonNumber {
  constructor(readonly text: string) {}
}

export const isObject = (value: Json | undefined): value is JsonObject => value instanceof Map
export const isArray = (value: Json | undefined): value is Json[] => Array.isArray(value)
export const isNumber = (value: Json | undefined): value is JsonNumber => value instanceof JsonNumber

/** The text at a key, or undefined where there is none or it is something else. */
export function textAt(value: Json | undefined, key: string): string | undefined {
  const found = isObject(value) ? value.get(key) : undefined
  return typeof found === 'string' ? found : undefined
}
