import { type Json, JsonNumber, type JsonObject } from '../json/json'

/** What a record looks like before it is written: plain values, `number('7.10')` for figures by their literal text. */
export type Plain = null | boolean | string | JsonNumber | Plain[] | { [key: string]: Plain | undefined }

export const number = (text: string): JsonNumber => new JsonNumber(text)

/** The tree of a plain value; keys without a value are left out. */
export function treeOf(plain: Plain): Json {
  if (plain === null || typeof plain !== 'object' || plain instanceof JsonNumber) return plain
  if (Array.isArray(plain)) return plain.map(treeOf)
  return new Map(
    Object.entries(plain).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, treeOf(value)] as [string, Json]],
    ),
  )
}

export const recordOf = (plain: { [key: string]: Plain | undefined }): JsonObject => treeOf(plain) as JsonObject
