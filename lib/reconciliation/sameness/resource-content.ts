import { readReference } from '../identity/reference-form'
import { render, type WrittenReference } from '../json/canonical-text'
import type { Json, JsonObject } from '../json/json'

/** What of a resource is compared: its canonical text, and apart from it the references that may be local. */
export type Content = { text: string; references: WrittenReference[] }

/**
 * The content of a prepared resource. A reference that may lead to a resource of the same side is the word `@` in the text;
 * one to a contained resource is its position (NO-06); all others are text like any other.
 */
export function resourceContent(
  resource: JsonObject,
  contained: ReadonlyMap<string, number>,
  unordered?: ReadonlySet<Json[]>,
): Content {
  const reference = (text: string) => {
    const written = readReference(text)
    if (written.form === 'text') return undefined
    if (written.form !== 'contained') return { word: '@', keep: true }
    const position = contained.get(written.id)
    return { word: `@#${position ?? ''}`, keep: position === undefined }
  }
  return render(resource, { unordered, reference })
}
