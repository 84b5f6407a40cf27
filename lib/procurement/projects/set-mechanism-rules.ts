import { cheapestSets, uncovered } from './cover-rules'
import { inputOf, meetsTheNeed } from './mechanism-rules'
import type { AwardReason, EntryReason, FrozenEntry, Mechanism } from './project'

const words: Partial<Record<AwardReason, string>> = {
  'only-one-meets': 'Without any one of the chosen, no set of matches covers the need',
  'best-by-mechanism':
    'The lowest price over the whole term, for this list size, of all sets of matches that together cover the need',
}

/** How many of the compared sets the evidence keeps, the cheapest first. */
const keptSets = 20

type Entry = Pick<FrozenEntry, 'id' | 'moduleName' | 'capabilityIds' | 'termPence'>

/**
 * D3 for a need that names its capabilities: the mechanism compares sets of matches that cover it, each by the whole cost of
 * all its modules (COM-7). @returns the words of why the winners do not follow from it, where they do not.
 */
export function applySetMechanism(
  single: Mechanism,
  needed: string[],
  entries: Entry[],
  winners: Entry[],
  reasons: Record<string, EntryReason>,
): Mechanism | { because: string } {
  const ids = winners.map(({ id }) => id)
  const meets = entries.filter((entry) => ids.includes(entry.id) || meetsTheNeed(reasons[entry.id]))
  const made = { ...single, words: words[single.kind] ?? single.words, needed }
  if (single.kind === 'only-one-meets') {
    const spare = winners.find(
      (w) =>
        uncovered(
          needed,
          meets.filter((entry) => entry.id !== w.id),
        ).length === 0,
    )
    return spare
      ? {
          because: `Without ${spare.moduleName} the others that meet the need cover it too, so this set is not the only one`,
        }
      : made
  }
  if (single.kind !== 'best-by-mechanism') return made
  const dear = winners.find(({ termPence }) => termPence === null)
  if (dear) return { because: `The price of ${dear.moduleName} depends on use, so the set cannot be the cheapest` }
  const price = winners.reduce((sum, { termPence }) => sum + termPence!, 0n)
  const sets = cheapestSets(needed, meets, keptSets)
  const [cheapest] = sets
  const nameOf = (id: string) => entries.find((entry) => entry.id === id)!.moduleName
  if (cheapest && cheapest.termPence < price)
    return {
      because: `${cheapest.entryIds.map(nameOf).sort().join(' with ')} costs less over the term and covers the need`,
    }
  return {
    ...made,
    input: inputOf(meets),
    sets: sets.map((set) => ({ ...set, termPence: set.termPence.toString() })),
  }
}
