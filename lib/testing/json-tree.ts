import { type Json, JsonNumber, type JsonObject } from '@/lib/reconciliation/json/json'

/** For tests: the tree of a JavaScript value; numbers get the text that the language would write, undefined is no key. */
export function tree(value: object): JsonObject {
  return treeOf(value) as JsonObject
}

function treeOf(value: unknown): Json {
  if (typeof value === 'number') return new JsonNumber(String(value))
  if (value instanceof JsonNumber || value === null || typeof value !== 'object') return value as Json
  if (Array.isArray(value)) return value.map(treeOf)
  return new Map(
    Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, treeOf(item)] as [string, Json]])),
  )
}
