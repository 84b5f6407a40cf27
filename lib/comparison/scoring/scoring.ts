/** One line of what an entry would cost: the module, a module it needs, or a service. Pence without VAT. */
export type OfferedLine = {
  oneOffPence: bigint
  /** All that is paid by month or year, over the whole term. */
  periodicPence: bigint
}

export type Entry = {
  id: string
  lines: OfferedLine[]
  /** False where a must is not met or the entry may not be bought: it is listed, and cannot win (COM-6). */
  eligible: boolean
  /** The agreed score of each element, 1 to 5; none where price alone counts. */
  scores: Record<string, number>
}

export type Competition = {
  /** Percent; 100 where price alone counts (COM-2). */
  priceWeight: number
  /** What else counts, its weights summing to 100 (COM-3). */
  elements: { id: string; weight: number }[]
  entries: Entry[]
  /** Into how many equal parts of a need a score is divided: each entry's is then the sum over them. 1 where absent. */
  parts?: number
}

export type Band = 1 | 2 | 3 | 4 | 5
export type ScoredEntry = {
  id: string
  eligible: boolean
  pricePence: bigint
  band: Band
  /** In 1/10,000 of a point, times the parts of the competition: never rounded. */
  total: number
}
export type Outcome = {
  /** The best first: total down, price up, id. */
  entries: ScoredEntry[]
  /** Several where their totals are equal: the decision names one. None where nobody is eligible. */
  winners: string[]
}
export type ScoringFault = { kind: 'missing-score' | 'score-out-of-range' | 'weights'; words: string }
