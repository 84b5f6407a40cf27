import { addBit, type Bits, both, either, emptyBits, hasBit, without } from './bits'
import type { Words } from './find-on-shelf'
import { placeOf, rankOf } from './rank-rules'
import { lexemesOf, type TextQuery, unquoted } from './text-query-rules'

/** One word: for each text that has it its slot, how many places, and the places; one after the other. */
type Postings = { stream: Uint32Array; length: number }
/** Where every word stands. A text is added once; who changes it adds it again in a new slot. */
export type TextIndex = Map<string, Postings>

const entry = /'((?:[^']|'')*)':([\d,ABC]+)/g
const weightBits: Record<string, number> = { A: 3, B: 2, C: 1 }

/** Takes in one text, as the database writes its `tsvector`: `'appoint':3A,12B 'book':5`. */
export function addText(index: TextIndex, slot: number, vector: string): void {
  for (const [, lexeme, places] of vector.matchAll(entry)) {
    const positions = places!.split(',').map(positionOf)
    append(index, unquoted(lexeme!), [slot, positions.length, ...positions])
  }
}

/** The texts among `live` that the search finds, and how well. */
export function findWords(index: TextIndex, query: TextQuery, live: Bits): Words {
  const size = live.length * 32
  const bits = matching(query)
  const tables = lexemesOf(query).map((lexeme) => placesOf(index.get(lexeme), bits))
  return {
    bits,
    rank: (slot) =>
      rankOf(
        query,
        tables.map((table) => table.get(slot)),
      ),
  }

  function matching(part: TextQuery): Bits {
    if (part.kind === 'word') return both(bearers(index.get(part.lexeme), size), live)
    if (part.kind === 'not') return without(live, matching(part.of))
    if (part.kind === 'or') return either(matching(part.left), matching(part.right))
    const candidates = both(matching(part.left), matching(part.right))
    return part.kind === 'and' ? candidates : inSequence(part, candidates)
  }

  /** Of those that hold all its words, the texts in which they follow each other as asked. */
  function inSequence(part: TextQuery, candidates: Bits): Bits {
    const ends = endsOf(part, candidates)
    const found = emptyBits(size)
    for (const [slot, places] of ends) if (places.length > 0) addBit(found, slot)
    return found
  }

  /** Where in each candidate the words of a phrase end. */
  function endsOf(part: TextQuery, candidates: Bits): Map<number, number[]> {
    if (part.kind === 'word')
      return new Map([...placesOf(index.get(part.lexeme), candidates)].map(([slot, all]) => [slot, all.map(placeOf)]))
    if (part.kind !== 'phrase') throw new Error('a phrase of a web search holds words alone')
    const [left, right] = [endsOf(part.left, candidates), endsOf(part.right, candidates)]
    return new Map(
      [...right].map(([slot, places]) => {
        const before = new Set(left.get(slot))
        return [slot, places.filter((place) => before.has(place - part.distance))]
      }),
    )
  }
}

function positionOf(text: string): number {
  const weight = weightBits[text.at(-1)!] ?? 0
  return (weight << 14) | Number.parseInt(text, 10)
}

function append(index: TextIndex, lexeme: string, numbers: number[]): void {
  const known = index.get(lexeme)
  if (!known) {
    index.set(lexeme, { stream: Uint32Array.from(numbers), length: numbers.length })
    return
  }
  if (known.length + numbers.length > known.stream.length) {
    const longer = new Uint32Array(Math.ceil((known.length + numbers.length) * 1.5))
    longer.set(known.stream)
    known.stream = longer
  }
  known.stream.set(numbers, known.length)
  known.length += numbers.length
}

function bearers(postings: Postings | undefined, size: number): Bits {
  const bits = emptyBits(size)
  for (let at = 0; postings && at < postings.length; at += 2 + postings.stream[at + 1]!)
    addBit(bits, postings.stream[at]!)
  return bits
}

function placesOf(postings: Postings | undefined, wanted: Bits): Map<number, readonly number[]> {
  const found = new Map<number, readonly number[]>()
  for (let at = 0; postings && at < postings.length; ) {
    const [slot, count] = [postings.stream[at]!, postings.stream[at + 1]!]
    if (hasBit(wanted, slot)) found.set(slot, [...postings.stream.subarray(at + 2, at + 2 + count)])
    at += 2 + count
  }
  return found
}
