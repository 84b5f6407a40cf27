import type { NodeAt } from './merkle-rules'

export type Place = { level: number; index: number }

/** The complete subtrees at the right edge of a log of `size` leaves: all that the next leaf can ever be joined with. */
export function rightEdge(size: number): Place[] {
  const places: Place[] = []
  for (let level = 0, rest = size; rest >= 1; level++, rest = Math.floor(rest / 2))
    if (rest % 2 === 1) places.push({ level, index: rest - 1 })
  return places
}

/**
 * The stored nodes that a calculation will ask for, found by running it on stand-ins: so that a log in a database is read in
 * one statement, and nobody writes the same walk twice.
 */
export function placesOf(calculate: (at: NodeAt) => unknown): Place[] {
  const asked = new Map<string, Place>()
  const standIn = Buffer.alloc(32)
  calculate((level, index) => {
    asked.set(`${level}/${index}`, { level, index })
    return standIn
  })
  return [...asked.values()]
}
