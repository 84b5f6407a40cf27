import type { Band, Competition, Entry, Outcome, ScoredEntry, ScoringFault } from './scoring'

/** What an entry costs: every line counts its one-off and its periodic part, services or not (D2). */
export const priceOfEntry = ({ lines }: Pick<Entry, 'lines'>): bigint =>
  lines.reduce((sum, line) => sum + line.oneOffPence + line.periodicPence, 0n)

/** The band of a price against the cheapest eligible one: within a quarter above it 4, half 3, once more 2, beyond 1 (COM-7, D4). */
export function bandOf(pricePence: bigint, lowPence: bigint): Band {
  const above = pricePence - lowPence
  if (above <= 0n) return 5
  if (4n * above <= lowPence) return 4
  if (2n * above <= lowPence) return 3
  return above <= lowPence ? 2 : 1
}

/**
 * Scores a competition (COM-7): the one function that page, files and decision read. Totals are whole 1/10,000 points, so
 * nothing is rounded and nothing hides behind a rounded figure (D1). @returns a fault where a score is missing or no score (D3).
 */
export function scoreCompetition(competition: Competition): Outcome | ScoringFault {
  const fault = faultOf(competition)
  if (fault) return fault
  const { priceWeight, elements, entries, parts = 1 } = competition
  const priced = entries.map((entry) => ({ entry, pricePence: priceOfEntry(entry) }))
  const eligible = priced.filter(({ entry }) => entry.eligible)
  const low = least((eligible.length > 0 ? eligible : priced).map(({ pricePence }) => pricePence))
  const scored = priced.map(({ entry, pricePence }): ScoredEntry => {
    const band = bandOf(pricePence, low)
    const rest = elements.reduce((sum, { id, weight }) => sum + entry.scores[id]! * weight, 0)
    const total = band * priceWeight * 100 * parts + (100 - priceWeight) * rest
    return { id: entry.id, eligible: entry.eligible, pricePence, band, total }
  })
  const most = Math.max(...scored.filter((entry) => entry.eligible).map((entry) => entry.total))
  return {
    entries: scored.toSorted(bestFirst),
    winners: scored
      .filter((entry) => entry.eligible && entry.total === most)
      .map((entry) => entry.id)
      .sort(),
  }
}

function bestFirst(a: ScoredEntry, b: ScoredEntry): number {
  if (a.total !== b.total) return b.total - a.total
  if (a.pricePence !== b.pricePence) return a.pricePence < b.pricePence ? -1 : 1
  return a.id < b.id ? -1 : 1
}

const least = (prices: bigint[]): bigint => prices.reduce((low, price) => (price < low ? price : low), prices[0] ?? 0n)

function faultOf({ priceWeight, elements, entries, parts = 1 }: Competition): ScoringFault | undefined {
  const sum = elements.reduce((all, { weight }) => all + weight, 0)
  const fives = [priceWeight, ...elements.map(({ weight }) => weight)].every(
    (w) => Number.isInteger(w) && w >= 0 && w % 5 === 0,
  )
  if (!fives || priceWeight > 100 || sum !== (priceWeight === 100 ? 0 : 100))
    return { kind: 'weights', words: 'Weights are multiples of 5 that sum to 100' }
  for (const entry of entries)
    for (const { id } of elements) {
      const score = entry.scores[id]
      if (score === undefined) return { kind: 'missing-score', words: `${entry.id} has no score for ${id}` }
      if (!Number.isInteger(score) || score < parts || score > 5 * parts)
        return { kind: 'score-out-of-range', words: `A score is a whole number from 1 to 5, not ${score}` }
    }
  return undefined
}

/** A total as it is shown: exact, two to four decimals (COM-8). */
export function totalWords(total: number): string {
  const text = (total / 10_000).toFixed(4)
  return text.replace(/0{1,2}$/, '')
}

/** Losers without whom somebody else would win: the result hangs on who took part, and that is said before the decision (COM-9). */
export function losersWhoDecide(competition: Competition): string[] {
  const outcome = scoreCompetition(competition)
  if (!('winners' in outcome)) return []
  const losers = competition.entries.filter(({ id }) => !outcome.winners.includes(id))
  return losers.flatMap(({ id }) => {
    const without = scoreCompetition({ ...competition, entries: competition.entries.filter((e) => e.id !== id) })
    return 'winners' in without && without.winners.join() !== outcome.winners.join() ? [id] : []
  })
}
