import { isArray, isObject, type Json, type JsonObject, textAt } from '../json/json'

/** One step of a rule's path: a field, and what an item there must say to be meant. */
export type Step = { field: string; where?: { field: string; text: string } }

/** The steps of a path such as `extension[url=https://example.org/x].valueString`; its form was checked by the schema. */
export function readPath(path: string): Step[] {
  return [...path.matchAll(/([A-Za-z0-9_]+)(?:\[([A-Za-z]+)=([^\]]+)\])?(?:\.|$)/g)].map(([, field, where, text]) =>
    where === undefined ? { field: field! } : { field: field!, where: { field: where, text: text! } },
  )
}

export const isMeant = (item: Json, { where }: Step): boolean =>
  where === undefined || textAt(item, where.field) === where.text

/** The objects that these steps lead to, arrays walked item by item. */
export function objectsAt(from: JsonObject, steps: Step[]): JsonObject[] {
  let found = [from]
  for (const step of steps)
    found = found.flatMap((object) => {
      const value = object.get(step.field)
      return (isArray(value) ? value : [value]).filter(
        (item): item is JsonObject => isObject(item) && isMeant(item, step),
      )
    })
  return found
}

/** The objects that hold the path's last field, with that last step. */
export function holdersOf(resource: JsonObject, path: string): { holders: JsonObject[]; last: Step } {
  const steps = readPath(path)
  const last = steps.at(-1)!
  return { holders: objectsAt(resource, steps.slice(0, -1)).filter((one) => one.has(last.field)), last }
}

/**
 * Replaces what stands at the path, item by item in an array; `change` answers undefined for what stays. Tells whether
 * anything was replaced.
 */
export function replaceAt(
  resource: JsonObject,
  path: string,
  change: (value: Json, holder: JsonObject) => Json | undefined,
): boolean {
  let changed = false
  const { holders, last } = holdersOf(resource, path)
  const next = (value: Json, holder: JsonObject): Json => {
    const replaced = isMeant(value, last) ? change(value, holder) : undefined
    changed ||= replaced !== undefined
    return replaced === undefined ? value : replaced
  }
  for (const holder of holders) {
    const value = holder.get(last.field)!
    if (isArray(value)) value.splice(0, value.length, ...value.map((item) => next(item, holder)))
    else holder.set(last.field, next(value, holder))
  }
  return changed
}

/** Takes out what stands at the path where `goes` says so; an array that this empties goes too. Tells whether anything went. */
export function removeAt(resource: JsonObject, path: string, goes: (value: Json) => boolean): boolean {
  let changed = false
  const { holders, last } = holdersOf(resource, path)
  const isToGo = (item: Json) => isMeant(item, last) && goes(item)
  for (const holder of holders) {
    const value = holder.get(last.field)!
    if (!isArray(value) || value.length === 0) {
      if (isToGo(value)) changed = holder.delete(last.field)
      continue
    }
    const kept = value.filter((item) => !isToGo(item))
    if (kept.length === value.length) continue
    changed = true
    if (kept.length === 0) holder.delete(last.field)
    else value.splice(0, value.length, ...kept)
  }
  return changed
}
