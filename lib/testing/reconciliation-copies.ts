import type { Step } from '@/lib/reconciliation/differences/finding'
import { isArray, isObject, type Json, type JsonObject, textAt } from '@/lib/reconciliation/json/json'

export type Change = (was: Json | undefined) => Json | undefined

/** Another system's copy: ids of its own, references that follow, its own `meta`, other order of keys and lines. */
export function anotherSystems(record: JsonObject): JsonObject {
  const renamed = (value: Json, key = ''): Json => {
    if (typeof value === 'string' && key === 'reference') return value.replace(/^([A-Za-z]+)\/(.+)$/, '$1/new-$2')
    if (isArray(value)) return value.map((item) => renamed(item))
    return isObject(value) ? new Map([...value].map(([k, item]) => [k, renamed(item, k)])) : value
  }
  const copy = renamed(record) as JsonObject
  return copy.set('id', `new-${textAt(record, 'id')}`).set('meta', new Map([['versionId', '9']]))
}

/** The tree with the value at a path changed; undefined takes the key out. */
export function put(value: Json | undefined, [step, ...rest]: Step[], to: Change): Json | undefined {
  if (step === undefined) return to(value)
  if (isArray(value)) return value.map((item, i) => (i === step ? put(item, rest, to)! : item))
  const copy = new Map(value as JsonObject)
  const changed = put(copy.get(String(step)), rest, to)
  if (changed === undefined) copy.delete(String(step))
  else copy.set(String(step), changed)
  return copy
}

/** The value at a path. */
export const at = (value: Json | undefined, path: Step[]): Json | undefined =>
  path.reduce<Json | undefined>(
    (v, step) => (isArray(v) ? v[step as number] : isObject(v) ? v.get(step as string) : undefined),
    value,
  )
