import { superfluous, uncovered } from '../projects/cover-rules'
import type { FrozenEntry } from '../projects/project'

type Coverable = Pick<FrozenEntry, 'id' | 'capabilityIds'>
/** What a decision may award together: entries by id, in their order. `id` is what the form and the evidence call it. */
export type EntryOption = { id: string; entryIds: string[] }

/** How a set of these entries is called. */
export const setIdOf = (entryIds: string[]): string => entryIds.toSorted().join(' ')

/** Whether sets compete: the need names capabilities, and an entry covers a part of it only (COM, ADR 0027). */
export const areSets = (needed: string[], entries: Coverable[]): boolean =>
  needed.length > 0 && entries.some((entry) => uncovered(needed, [entry]).length > 0)

/**
 * Every set of these entries that covers the need with nothing superfluous in it; the ids of the entries in order, with spaces
 * between, are its id. At most eight compete, so each of 255 is looked at.
 */
export function coveringSets<E extends Coverable>(needed: string[], entries: E[]): EntryOption[] {
  const ordered = entries.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const subsets = Array.from({ length: 2 ** ordered.length - 1 }, (_, n) =>
    ordered.filter((_, i) => ((n + 1) & (2 ** i)) !== 0),
  )
  return subsets
    .filter((set) => uncovered(needed, set).length === 0 && superfluous(needed, set).length === 0)
    .map((set) => ({ id: setIdOf(set.map(({ id }) => id)), entryIds: set.map(({ id }) => id) }))
}

/**
 * The quality of a set for one element: for each capability of the need the score of the module that covers it, of several the
 * lowest, because nobody has said which of them will do it. Their sum; a single entry that covers all has its own score as often.
 */
export const qualityOf = (needed: string[], set: Coverable[], scoreOf: (entryId: string) => number): number =>
  needed.reduce(
    (sum, need) => sum + Math.min(...set.filter((e) => e.capabilityIds.includes(need)).map(({ id }) => scoreOf(id))),
    0,
  )
