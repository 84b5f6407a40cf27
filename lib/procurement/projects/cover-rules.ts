import type { FrozenEntry } from './project'

/** A need names no more capabilities: every set that covers it is weighed exactly, and that work doubles with each one. */
export const mostNeeded = 16

type Coverable = Pick<FrozenEntry, 'id' | 'capabilityIds'>
type Priced = Coverable & Pick<FrozenEntry, 'termPence'>
/** Entries that cover a need together, and what all of them cost over the term, in pence without VAT. */
export type EntrySet = { entryIds: string[]; termPence: bigint }

/** The capabilities of the need that none of these entries has. */
export const uncovered = (needed: string[], entries: Coverable[]): string[] =>
  needed.filter((id) => !entries.some((entry) => entry.capabilityIds.includes(id)))

/** Entries without which the others would cover as much of the need. */
export const superfluous = <E extends Coverable>(needed: string[], entries: E[]): E[] =>
  entries.filter((entry) => {
    const others = entries.filter((other) => other.id !== entry.id)
    return uncovered(needed, others).length === uncovered(needed, entries).length
  })

/**
 * The cheapest sets that cover the whole need with nothing superfluous in them, at most so many; COM-7's whole cost decides,
 * then fewer modules, then ids, so that the answer is always the same. The first is exactly the cheapest: for each part of the
 * need that could be covered so far the best sets are kept, and the next entry is always one for the first capability that is
 * still open. An entry whose price depends on use stands in no set.
 */
export function cheapestSets(needed: string[], entries: Priced[], most: number): EntrySet[] {
  const whole = 2 ** needed.length - 1
  const offers = entries.flatMap(({ id, capabilityIds, termPence }) => {
    const mask = needed.reduce((sum, need, i) => sum + (capabilityIds.includes(need) ? 2 ** i : 0), 0)
    return mask === 0 || termPence === null ? [] : [{ id, mask, termPence }]
  })
  const best = new Map<number, EntrySet[]>([[0, [{ entryIds: [], termPence: 0n }]]])
  const kept = most * 4
  for (let mask = 0; mask < whole; mask++) {
    const next = offers.filter((offer) => (offer.mask & lowestOpen(mask)) !== 0)
    for (const set of best.get(mask) ?? [])
      for (const offer of next) {
        const termPence = set.termPence + offer.termPence
        const held = best.get(mask | offer.mask) ?? []
        if (held.length === kept && termPence > held.at(-1)!.termPence) continue
        const grown = { entryIds: [...set.entryIds, offer.id].sort(), termPence }
        best.set(mask | offer.mask, keepBest([...held, grown], kept))
      }
  }
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return (best.get(whole) ?? [])
    .filter(
      ({ entryIds }) =>
        superfluous(
          needed,
          entryIds.map((id) => byId.get(id)!),
        ).length === 0,
    )
    .slice(0, most)
}

const lowestOpen = (mask: number): number => ~mask & (mask + 1)
const keyOf = ({ entryIds }: EntrySet): string => entryIds.join(' ')

function keepBest(sets: EntrySet[], most: number): EntrySet[] {
  const once = [...new Map(sets.map((set) => [keyOf(set), set])).values()]
  return once
    .sort((a, b) => {
      if (a.termPence !== b.termPence) return a.termPence < b.termPence ? -1 : 1
      return a.entryIds.length - b.entryIds.length || (keyOf(a) < keyOf(b) ? -1 : 1)
    })
    .slice(0, most)
}
