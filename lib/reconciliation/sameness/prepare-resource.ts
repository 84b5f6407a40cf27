import { isArray, isObject, type Json, type JsonObject, textAt } from '../json/json'

/** NO-04: what a system says of its own copy, not of the patient. `security` and `tag` stay. */
const droppedOfMeta = ['versionId', 'lastUpdated', 'source', 'profile']

/**
 * Takes out of a resource, in place, what is never compared (NO-04): its `id`, four fields of `meta`, and the `meta` that
 * held nothing else (a `meta` written empty is content, NO-05). Contained resources lose the `id` that NO-06 replaces by
 * their position, which the answer tells: id to position.
 */
export function prepareResource(resource: JsonObject): Map<string, number> {
  resource.delete('id')
  const meta = resource.get('meta')
  if (isObject(meta)) {
    const dropped = droppedOfMeta.filter((key) => meta.delete(key))
    if (dropped.length > 0 && meta.size === 0) resource.delete('meta')
  }
  return takeContainedIds(resource.get('contained'))
}

function takeContainedIds(contained: Json | undefined): Map<string, number> {
  const positions = new Map<string, number>()
  if (!isArray(contained)) return positions
  contained.forEach((item, position) => {
    const id = textAt(item, 'id')
    if (id === undefined || !isObject(item)) return
    // Two contained resources of one id: a reference to it means the first, and the second keeps its id as content.
    if (positions.has(id)) return
    positions.set(id, position)
    item.delete('id')
  })
  return positions
}
