import type { ExclusionCode } from '@/lib/comparison/shortlist'
import type { AwardReason, EntryReason, FrozenEntry, Mechanism } from './project'

/** These say nothing against meeting the need: whoever is left out for one of them takes part in the mechanism. */
const notOfTheNeed: ExclusionCode[] = ['price', 'other']

const words: Record<AwardReason, string> = {
  'only-one-meets': 'Every other match lacks something that the need asks for',
  'best-by-mechanism': 'The lowest price over the whole term, for this list size, of all that meet the need',
  continuity: 'The practice goes on with what it runs',
  urgent: 'The need cannot wait; the award is reviewed afterwards',
  'held-elsewhere': 'A competition outside this catalogue',
}

type Entry = Pick<FrozenEntry, 'id' | 'moduleName' | 'termPence'>

/** Whether an entry takes part in the mechanism although it was left out for this reason. */
export const meetsTheNeed = (reason: EntryReason | undefined): boolean => notOfTheNeed.includes(reason?.code ?? 'other')

/** What went into a mechanism: entries with the price over the term. */
export const inputOf = (entries: Pick<FrozenEntry, 'id' | 'termPence'>[]): Mechanism['input'] =>
  entries.map((e) => ({ entryId: e.id, termPence: e.termPence === null ? null : e.termPence.toString() }))

/** What is kept of a mechanism whatever it is: its words, what went in, who came out. */
export const plainMechanism = (
  kind: AwardReason,
  weighed: Pick<FrozenEntry, 'id' | 'termPence'>[],
  best: { id: string }[],
  reviewBy: string | null,
): Mechanism => ({
  kind,
  words: words[kind],
  input: inputOf(weighed),
  best: best.map(({ id }) => id),
  reviewBy: kind === 'urgent' ? reviewBy : null,
})

/**
 * Applies the mechanism that a reason names to everything that was frozen (D3). @returns the words of why the winner does not
 * follow from it, where it does not.
 */
export function applyMechanism(
  kind: AwardReason,
  entries: Entry[],
  winner: Entry,
  reasons: Record<string, EntryReason>,
  reviewBy: string | null,
): Mechanism | { because: string } {
  const meets = entries.filter((e) => e.id === winner.id || meetsTheNeed(reasons[e.id]))
  const others = meets.filter((e) => e.id !== winner.id)
  const made = plainMechanism(kind, kind === 'best-by-mechanism' ? meets : entries, [winner], reviewBy)
  if (kind === 'only-one-meets' && others.length > 0)
    return { because: `${others[0]!.moduleName} is not left out for something that it lacks, so it meets the need too` }
  if (kind !== 'best-by-mechanism') return made
  if (winner.termPence === null)
    return { because: `The price of ${winner.moduleName} depends on use, so it cannot be the lowest` }
  const price = winner.termPence
  const cheaper = others.find((e) => e.termPence !== null && e.termPence < price)
  if (cheaper) return { because: `${cheaper.moduleName} costs less over the term, and is not left out for the need` }
  return { ...made, best: meets.filter((e) => e.termPence === price).map((e) => e.id) }
}
