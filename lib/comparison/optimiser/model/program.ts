/** A mixed-integer program as the solver takes it: numbers in pounds, rows and columns in a fixed order. */
export type Program = {
  columns: Column[]
  rows: Row[] /** Pounds that every plan costs. */
  offset: number
  offsetYears: number[]
}

export type Column = {
  id: string
  /** Pounds in all, and in each year of the market. */
  cost: number
  years: number[]
  upper: number
  isInteger: boolean
}

/** lower ≤ Σ coefficient × column ≤ upper. */
export type Row = {
  id: string
  /** The rule that it belongs to: what a user could give up, or a fact of the market. */
  group: string
  words: string
  kind: RowKind
  lower: number
  upper: number
  entries: Entry[]
}
export type Entry = [column: number, coefficient: number]

/** A wish of the buyer may be dropped; a fact may not, and is only named (INF-5); the rest holds the model together. */
export type RowKind = 'wish' | 'fact' | 'structure'

/** At most so much in pounds for any number that the solver sees (EX-1). */
export const mostPounds = 1e9

export const pounds = (pence: bigint): number => Number(pence) / 100
