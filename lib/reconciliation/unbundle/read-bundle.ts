import { isTypeName } from '../input/read-side'
import { isArray, isObject, type JsonObject, textAt } from '../json/json'
import { parseJson } from '../json/parse-json'

export type BundledResource = { type: string; id: string | undefined; entry: number; resource: JsonObject }
export type ReadBundle =
  | { ok: true; resources: BundledResource[]; withoutResource: number }
  | { ok: false; because: string }

/**
 * The resources of a Bundle, STU3 or R4, in the order of its entries, which count from 1. A resource without an id whose entry
 * is addressed as `urn:uuid:X` takes the id X, because the others refer to it so (ID-03). Refused, with nothing of the content
 * said: what is no Bundle in JSON, an entry that is no resource, and one type and id twice (E-ID).
 */
export function readBundle(bytes: Uint8Array): ReadBundle {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const parsed = parseJson(bytes.subarray(start))
  if (!parsed.ok)
    return { ok: false, because: `byte ${start + parsed.fault.byte}: ${parsed.fault.message} (${parsed.fault.code})` }
  const bundle = parsed.value
  if (textAt(bundle, 'resourceType') !== 'Bundle' || !isObject(bundle))
    return { ok: false, because: 'this is no Bundle (E-TYPE)' }
  const entries = bundle.get('entry') ?? []
  if (!isArray(entries)) return { ok: false, because: 'entry is no array (E-TYPE)' }
  const resources: BundledResource[] = []
  const seen = new Map<string, number>()
  let withoutResource = 0
  for (const [at, entry] of entries.entries()) {
    const resource = isObject(entry) ? entry.get('resource') : undefined
    if (resource === undefined) {
      withoutResource++
      continue
    }
    const type = textAt(resource, 'resourceType')
    if (!isObject(resource) || type === undefined || !isTypeName(type))
      return { ok: false, because: `entry ${at + 1}: this is no resource (E-TYPE)` }
    const named = withId(resource, textAt(entry, 'fullUrl'))
    const id = textAt(named, 'id')
    const before = id === undefined ? undefined : seen.get(`${type}/${id}`)
    if (before !== undefined)
      return { ok: false, because: `entry ${at + 1}: the same type and id as entry ${before} (E-ID)` }
    if (id !== undefined) seen.set(`${type}/${id}`, at + 1)
    resources.push({ type, id, entry: at + 1, resource: named })
  }
  return { ok: true, resources, withoutResource }
}

function withId(resource: JsonObject, address: string | undefined): JsonObject {
  if (resource.has('id') || !address?.startsWith('urn:uuid:')) return resource
  return new Map([...resource, ['id', address.slice('urn:uuid:'.length)]])
}
