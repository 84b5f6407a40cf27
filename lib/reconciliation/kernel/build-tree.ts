import { readReference } from '../identity/reference-form'
import { byCodePoint, render } from '../json/canonical-text'
import { isArray, isObject, type Json, JsonNumber, type JsonObject } from '../json/json'
import type { Kernel } from './kernel-program'

/** What the walk needs to know: contained ids by position (NO-06), arrays whose order means nothing. */
export type Walk = { contained: ReadonlyMap<string, number>; unordered: ReadonlySet<Json[]> }

/** Who a reference can name as the patient (ID-02): the rank of the key at the top, or that of an actor who takes part. */
const ranks: Record<string, number> = { subject: 1, patient: 2, for: 3, beneficiary: 4 }
const [actorRank, participant] = [5, 6]

/**
 * Gives the kernel a prepared resource, so that record `at` has the content and the references which the kernel would have
 * read from a line, had it been written so.
 */
export function buildTree(kernel: Kernel, side: number, at: number, resource: JsonObject, walk: Walk): void {
  kernel.exports.buildBegin(side)
  buildObject(kernel, resource, (key) => (key === 'participant' ? participant : (ranks[key] ?? 0)), true, walk)
  kernel.exports.buildEnd(at)
}

function buildObject(kernel: Kernel, object: JsonObject, roleOf: (key: string) => number, isTop: boolean, walk: Walk) {
  const { exports } = kernel
  exports.buildOpen(0)
  for (const [key, value] of object) {
    exports.buildKey(...kernel.lendText(key))
    if (!isTop && key === 'reference' && typeof value === 'string') buildReference(kernel, value, roleOf(key), walk)
    else buildValue(kernel, value, roleOf(key), walk)
  }
  exports.buildClose()
}

function buildValue(kernel: Kernel, value: Json, role: number, walk: Walk): void {
  const { exports } = kernel
  if (isObject(value)) buildObject(kernel, value, (key) => roleBelow(role, key), false, walk)
  else if (isArray(value)) {
    exports.buildOpen(1)
    for (const [item, place] of walk.unordered.has(value) ? sorted(value, walk) : inOrder(value)) {
      exports.buildIndex(place)
      buildValue(kernel, item, role, walk)
    }
    exports.buildClose()
  } else if (typeof value === 'string') exports.buildScalar(0, ...kernel.lendText(value))
  else if (value instanceof JsonNumber) exports.buildScalar(1, ...kernel.lendText(value.text))
  else exports.buildScalar(value === true ? 2 : value === false ? 3 : 4, 0, 0)
}

/** Of an owner's object only the key `reference` counts; of one who takes part only the actor. */
function roleBelow(role: number, key: string): number {
  if (role === participant) return key === 'actor' ? actorRank : 0
  return key === 'reference' ? role : 0
}

function buildReference(kernel: Kernel, text: string, role: number, { contained }: Walk): void {
  const written = readReference(text)
  if (written.form === 'contained') kernel.exports.buildContained(contained.get(written.id) ?? -1)
  else kernel.exports.buildReference(...kernel.lendText(text), role === participant ? 0 : role)
}

const inOrder = (items: Json[]): [Json, number][] => items.map((item, i) => [item, i + 1])

/** By their text, in which a reference is a word; items of equal text share a place, as in the canonical text. */
function sorted(items: Json[], { contained, unordered }: Walk): [Json, number][] {
  const reference = (text: string) => {
    const written = readReference(text)
    if (written.form === 'text') return undefined
    return { word: written.form === 'contained' ? `@#${contained.get(written.id) ?? ''}` : '@', keep: false }
  }
  const texts = items.map((item) => ({ item, text: render(item, { unordered, reference }).text }))
  texts.sort((a, b) => byCodePoint(a.text, b.text))
  const places = new Map<string, number>()
  for (const { text } of texts) if (!places.has(text)) places.set(text, places.size + 1)
  return texts.map(({ item, text }) => [item, places.get(text)!])
}
