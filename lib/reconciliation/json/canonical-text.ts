import { isArray, isNumber, isObject, type Json, type JsonObject } from './json'

/** A reference found in a resource: where it stands (`entry[3].item`) and what is written there. */
export type WrittenReference = { path: string; text: string }

export type Rendering = {
  /** Arrays whose order means nothing (rule `unordered`). */
  unordered?: ReadonlySet<Json[]>
  /**
   * What stands for the text at a key `reference`, in place of the text itself: a word that no JSON text can hold, so that
   * content cannot pretend to be one. Undefined keeps the text.
   */
  reference?: (text: string) => { word: string; keep: boolean } | undefined
}

/** The one text of a value: equal exactly where NO-01, NO-02, NO-03 and NO-05 call two values equal. */
export const canonicalText = (value: Json, unordered?: ReadonlySet<Json[]>): string => render(value, { unordered }).text

/**
 * The one text of a value, with the references in it. Keys are sorted by code point, strings are written in the language's
 * own shortest escapes, numbers stand bare and literal, so that they never equal a string.
 */
export function render(value: Json, rendering: Rendering): { text: string; references: WrittenReference[] } {
  const renderer = new Renderer(rendering)
  return { text: renderer.text(value), references: renderer.references }
}

/** By code point. The language sorts by UTF-16 unit, where U+1F600 stands before U+FF00. */
export function byCodePoint(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  for (let at = 0; at < shorter; at++) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (x !== y) return lift(x) - lift(y)
  }
  return a.length - b.length
}
/** Surrogates stand for code points above all others. */
const lift = (unit: number) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)

class Renderer {
  references: WrittenReference[] = []
  private steps: string[] = []

  constructor(private readonly rendering: Rendering) {}

  text(value: Json): string {
    if (isObject(value)) return this.object(value)
    if (isArray(value)) return this.rendering.unordered?.has(value) ? this.unordered(value) : this.array(value)
    return isNumber(value) ? value.text : JSON.stringify(value)
  }

  private object(object: JsonObject): string {
    const members = [...object.keys()].sort(byCodePoint).map((key) => {
      const value = object.get(key)!
      const word = key === 'reference' && typeof value === 'string' ? this.reference(value) : undefined
      if (word !== undefined) return `"reference":${word}`
      this.steps.push(this.steps.length === 0 ? key : `.${key}`)
      const text = `${JSON.stringify(key)}:${this.text(value)}`
      this.steps.pop()
      return text
    })
    return `{${members.join(',')}}`
  }

  private reference(text: string): string | undefined {
    const found = this.rendering.reference?.(text)
    if (found?.keep) this.references.push({ path: this.steps.join(''), text })
    return found?.word
  }

  private array(items: Json[]): string {
    const texts = items.map((item, index) => {
      this.steps.push(`[${index}]`)
      const text = this.text(item)
      this.steps.pop()
      return text
    })
    return `[${texts.join(',')}]`
  }

  /** Items by their text. Items of equal text share a place, so that which of them came first means nothing either. */
  private unordered(items: Json[]): string {
    const [steps, references] = [this.steps, this.references]
    const rendered = items.map((item) => {
      this.steps = ['']
      this.references = []
      return { text: this.text(item), references: this.references }
    })
    this.steps = steps
    this.references = references
    rendered.sort((a, b) => byCodePoint(a.text, b.text))
    const places = new Map<string, number>()
    for (const { text, references: inItem } of rendered) {
      if (!places.has(text)) places.set(text, places.size)
      for (const { path, text: written } of inItem)
        references.push({ path: `${steps.join('')}[${places.get(text)}]${path}`, text: written })
    }
    return `[${rendered.map(({ text }) => text).join(',')}]`
  }
}
