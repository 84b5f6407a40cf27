import type { Side } from '../compare/side'
import { byCodePoint, canonicalText } from '../json/canonical-text'
import { isArray, isObject, type Json, type JsonObject } from '../json/json'
import type { LoadedProfile } from '../sameness/load-profile'
import { prepareResource } from '../sameness/prepare-resource'

/** How a record is looked at: as it is compared, or without any declared rule, to see what the rules explain. */
export type Look = 'ruled' | 'unruled'

/**
 * A resource as the engine compared it, changed in place: without what NO-04 drops, references to contained resources by
 * their position (NO-06), the rules of its side applied, arrays whose order means nothing in one order.
 */
export function asCompared(resource: JsonObject, side: Side, loaded: LoadedProfile, look: Look): JsonObject {
  const contained = prepareResource(resource)
  if (look === 'ruled')
    for (const items of loaded.apply(side, resource).unordered)
      items.sort((a, b) => byCodePoint(canonicalText(a), canonicalText(b)))
  if (contained.size > 0) writePositions(resource, contained)
  return resource
}

function writePositions(value: Json, contained: ReadonlyMap<string, number>): void {
  if (isArray(value)) for (const item of value) writePositions(item, contained)
  else if (isObject(value))
    for (const [key, item] of value) {
      const position = key === 'reference' && typeof item === 'string' ? contained.get(item.slice(1)) : undefined
      if (position !== undefined && typeof item === 'string' && item.startsWith('#')) value.set(key, `#${position}`)
      else writePositions(item, contained)
    }
}
