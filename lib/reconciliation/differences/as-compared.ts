import { isArray, isObject, type Json, type JsonObject } from '../json/json'

const droppedOfMeta = ['versionId', 'lastUpdated', 'source', 'profile']

/**
 * A resource without what NO-04 drops: its `id`, and of `meta` what each system writes for itself. Contained resources lose
 * their ids too and references to them become their position (NO-06), because each system names them anew.
 */
export function asCompared(resource: JsonObject): JsonObject {
  const contained = resource.get('contained')
  const places = new Map<string, number>()
  if (isArray(contained))
    contained.forEach((item, i) => {
      const id = isObject(item) ? item.get('id') : undefined
      if (typeof id === 'string') places.set(`#${id}`, i)
    })
  const copy: JsonObject = new Map()
  for (const [key, value] of resource) {
    if (key === 'id') continue
    if (key === 'meta' && isObject(value)) {
      const kept = new Map([...value].filter(([name]) => !droppedOfMeta.includes(name)))
      if (kept.size > 0 || value.size === 0) copy.set(key, kept)
    } else if (key === 'contained' && isArray(value)) {
      copy.set(
        key,
        value.map((item) => (isObject(item) ? new Map([...item].filter(([name]) => name !== 'id')) : item)),
      )
    } else copy.set(key, value)
  }
  return places.size === 0 ? copy : (withPositions(copy, places) as JsonObject)
}

function withPositions(value: Json, places: ReadonlyMap<string, number>): Json {
  if (isArray(value)) return value.map((item) => withPositions(item, places))
  if (!isObject(value)) return value
  return new Map(
    [...value].map(([key, item]) => {
      const place = key === 'reference' && typeof item === 'string' ? places.get(item) : undefined
      return [key, place === undefined ? withPositions(item, places) : `#${place}`]
    }),
  )
}
