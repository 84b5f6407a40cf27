/** What an option costs over its whole life, in pence. Null: not known here, which is said and never counted as nothing to pay. */
export type WholeLife = {
  licence: bigint
  oneOff: bigint
  /** What is owed for the system that it replaces, and leaving charges. */
  leaving: bigint | null
  /** What both systems cost while they run side by side. */
  overlap: bigint | null
}

/** One option as the absolute views see it: nothing in it depends on who else is listed (ABS-1 to ABS-3). */
export type Option = {
  id: string
  cost: WholeLife
  /** False where a must is not met or it cannot be bought: it stands last in every view. */
  meetsMusts: boolean
  /** Whole points of quality on any scale that is the same for all options; null where nobody has scored it. */
  points: bigint | null
  /** What its quality is worth to the buyer, pence; null where the buyer set no values. */
  worthPence: bigint | null
}

export const views = ['threshold', 'per-point', 'in-pounds'] as const
export type View = (typeof views)[number]

/** Where an option stands in one view; `place` is null where it does not take part, and `why` says why. */
export type Ranked = {
  id: string
  place: number | null
  why: 'musts' | 'below-floor' | 'no-points' | null
}
