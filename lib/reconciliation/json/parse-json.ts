import { type Json, JsonNumber, type JsonObject } from './json'
import { JsonFault } from './json-fault'
import { readString } from './read-string'
import { sequenceLength } from './utf8'

export type Parsed = { ok: true; value: Json } | { ok: false; fault: JsonFault }

/** IN-03: deeper nesting is E-DEPTH. */
export const maxDepth = 128

/**
 * The value of one JSON text in UTF-8, numbers as they were written (NO-03). Stricter than the language's own parser, which
 * keeps the last of two equal keys, repairs bad UTF-8 and rounds numbers: here each of these is a fault with its byte.
 */
export function parseJson(bytes: Uint8Array): Parsed {
  try {
    return { ok: true, value: new Parser(bytes).whole() }
  } catch (error) {
    if (error instanceof JsonFault) return { ok: false, fault: error }
    throw error
  }
}

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39
const words: [string, Json][] = [
  ['true', true],
  ['false', false],
  ['null', null],
]
/** Starts of what other languages call a number: `+1`, `.5`, `NaN`, `Infinity`. */
const likeNumbers = new Set([0x2b, 0x2e, 0x4e, 0x49])

class Parser {
  private at = 0
  private depth = 0
  private readonly bytes: Buffer

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  whole(): Json {
    this.skipSpace()
    const value = this.value()
    this.skipSpace()
    if (this.at < this.bytes.length) this.unexpected()
    return value
  }

  private value(): Json {
    const byte = this.bytes[this.at]
    if (byte === 0x22) return this.string()
    if (byte === 0x7b) return this.object()
    if (byte === 0x5b) return this.array()
    if (byte === 0x2d || isDigit(byte)) return this.number()
    for (const [word, value] of words) {
      if (byte !== word.charCodeAt(0)) continue
      for (const letter of word) {
        if (this.bytes[this.at] !== letter.charCodeAt(0)) this.unexpected()
        this.at++
      }
      return value
    }
    if (byte !== undefined && likeNumbers.has(byte)) throw new JsonFault('E-NUMBER', this.at)
    return this.unexpected()
  }

  private object(): JsonObject {
    const object: JsonObject = new Map()
    this.open()
    if (this.closes(0x7d)) return object
    for (;;) {
      if (this.bytes[this.at] !== 0x22) this.unexpected()
      const keyAt = this.at
      const key = this.string()
      if (object.has(key)) throw new JsonFault('E-DUPKEY', keyAt)
      this.skipSpace()
      if (this.bytes[this.at] !== 0x3a) this.unexpected()
      this.at++
      this.skipSpace()
      object.set(key, this.value())
      this.skipSpace()
      if (this.closes(0x7d)) return object
      this.comma()
    }
  }

  private array(): Json[] {
    const array: Json[] = []
    this.open()
    if (this.closes(0x5d)) return array
    for (;;) {
      array.push(this.value())
      this.skipSpace()
      if (this.closes(0x5d)) return array
      this.comma()
    }
  }

  private string(): string {
    const { text, end } = readString(this.bytes, this.at)
    this.at = end
    return text
  }

  private number(): JsonNumber {
    const start = this.at
    if (this.bytes[this.at] === 0x2d) this.at++
    if (this.bytes[this.at] === 0x30) this.at++
    else this.digits()
    if (isDigit(this.bytes[this.at])) throw new JsonFault('E-NUMBER', this.at)
    if (this.bytes[this.at] === 0x2e) {
      this.at++
      this.digits()
    }
    if (this.bytes[this.at] === 0x65 || this.bytes[this.at] === 0x45) {
      this.at++
      if (this.bytes[this.at] === 0x2b || this.bytes[this.at] === 0x2d) this.at++
      this.digits()
    }
    return new JsonNumber(this.bytes.toString('latin1', start, this.at))
  }

  private digits(): void {
    if (!isDigit(this.bytes[this.at])) throw new JsonFault('E-NUMBER', this.at)
    while (isDigit(this.bytes[this.at])) this.at++
  }

  private open(): void {
    this.depth++
    if (this.depth > maxDepth) throw new JsonFault('E-DEPTH', this.at)
    this.at++
    this.skipSpace()
  }

  private closes(bracket: number): boolean {
    if (this.bytes[this.at] !== bracket) return false
    this.at++
    this.depth--
    return true
  }

  private comma(): void {
    if (this.bytes[this.at] !== 0x2c) this.unexpected()
    this.at++
    this.skipSpace()
  }

  private skipSpace(): void {
    for (;;) {
      const byte = this.bytes[this.at]
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return
      this.at++
    }
  }

  /** The fault of a byte that the grammar has no place for: what it is decides the code. */
  private unexpected(): never {
    const byte = this.bytes[this.at]
    if (byte === 0) throw new JsonFault('E-NUL', this.at)
    if (byte !== undefined && byte < 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)
      throw new JsonFault('E-CONTROL', this.at)
    if (byte !== undefined && byte >= 0x80 && sequenceLength(this.bytes, this.at) === 0)
      throw new JsonFault('E-UTF8', this.at)
    throw new JsonFault('E-JSON', this.at)
  }
}
