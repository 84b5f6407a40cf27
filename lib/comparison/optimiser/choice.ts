import type { PriceJson } from '@/lib/catalogue/prices/price'
import type { Day } from '@/lib/platform/days'

/** Whole pence in JSON: digits as text, because JSON numbers lose pence above 2^53. */
export type PenceText = string

/**
 * Everything that one plan is computed from, as it was at `asOf` (design "Choosing", §1 and EX-7). It is plain JSON, frozen
 * with the run and hashed: the same choice gives the same plan. Ids are opaque text; order never matters.
 */
export type Choice = {
  asOf: Day
  practices: ChoicePractice[]
  /** First day, whole months, and for how many days old and new run side by side. */
  term: { start: Day; months: number; overlapDays: number }
  needs: Need[]
  wishes: Wish[]
  candidates: Candidate[]
  today: ModuleOfToday[]
  limits: Limits
}

/** A practice of the plan and how many patients its prices count (QTY-1). */
export type ChoicePractice = { id: string; name: string; patients: number }

/** Must be covered by at least one module (C-COVER). `words` are the user's: *Document Management*. */
export type Need = { id: string; words: string }

/** Worth 1–9 whole points where the plan fulfils it (C-WISH). */
export type Wish = { id: string; words: string; worth: number }

/** A module that could be in the plan, with what it meets. Whether it meets was decided where the profile is read (CAT-2). */
export type Candidate = {
  moduleId: string
  listingVersionId: string
  listingSha256: string
  name: string
  version: string
  supplierId: string
  supplierName: string
  /** Ids of the needs and wishes that it meets. */
  meets: string[]
  fulfils: string[]
  /** One of these, and only one, is in every plan (C-ONE): the home of the record. */
  isRecordSystem: boolean
  /** In words, why it may not be chosen anew (C-GATE, MOD-2); null where it may. */
  barred: string | null
  /** Whether the buyer's own wish bars it, such as a hosting that they do not accept; absent: a fact that nobody can drop. */
  isBarredByWish?: boolean
  /** Until which day a suspended module of today may be kept (MOD-2); null where nothing ends it. */
  keepableUntil: Day | null
  /** The periodic and one-off list prices that hold; empty means "no computable price" (MOD-4). */
  prices: PriceJson[]
  /** Services it needs when it is new: migration, training. */
  services: { name: string; prices: PriceJson[] }[]
  requires: { oneOf: string[]; words: string }[]
  conflicts: string[]
  /** Record systems beside which it is accepted to work; null where it needs no pairing (MOD-1). */
  pairedWith: string[] | null
  standing: { words: string; asOf: Day | null }
}

/** What one practice runs on the day of the choice, and what leaving it would mean (COST-2, COST-3). */
export type ModuleOfToday = {
  practiceId: string
  moduleId: string
  contractReference: string | null
  contractEnd: Day | null
  noticeDays: number
  /** Pence a year now; null where it is not known and the list price stands in (said so). */
  yearlyPence: PenceText | null
  /** Pence a year after the contract's end; null where none is known. */
  renewalYearlyPence: PenceText | null
  exitPence: PenceText
  keep: 'free' | 'must' | 'must-not'
}

/** What the buyer will not go beyond. */
export type Limits = {
  budgetPence: PenceText | null
  /** Per financial year, by the day it begins: 1 April. */
  yearlyBudgets: { from: Day; pence: PenceText }[]
  /** Share of the wishes' whole worth that must be fulfilled, 0–100 (C-FLOOR). */
  floorPercent: number
  /** The practice's own cost of dealing with one supplier, pence a year (COST-5). */
  ownCostPence: PenceText
  /** Modules or suppliers, each with the reason in words (C-AVOID). */
  avoid: { kind: 'module' | 'supplier'; id: string; name: string; reason: string }[]
  /** Whether the practices may take different modules (MOD-3); otherwise all take the same (COST-4). */
  mayDiffer: boolean
}

/** What a run may ask beside the plain best plan (RES-2 to RES-5, MOD-6). */
export type Question =
  | { kind: 'best' }
  | { kind: 'frontier'; stepPercent: 1 | 2 }
  | { kind: 'why-not'; moduleId: string }
  | { kind: 'when'; quarters: number }

/** A set of modules with its figures, re-checked and priced in whole pence (EX-2). */
export type Plan = {
  /** Module ids in order; for each practice where they may differ. */
  modules: string[]
  byPractice?: { practiceId: string; modules: string[] }[]
  costPence: PenceText
  /** The parts of the cost; they sum to it. */
  parts: PlanPart[]
  /** Cost in each financial year (PRC-11). */
  years: { from: Day; pence: PenceText }[]
  worth: number
  fulfilled: string[]
  suppliers: number
  /** Modules in it that are not run today, and modules of today that it leaves. */
  added: string[]
  left: string[]
}

/** One sum of a plan: licence of a module, its one-off services, what is owed for one that is left, own cost of a supplier. */
export type PlanPart = {
  kind: 'licence' | 'one-off' | 'owed' | 'own-cost'
  /** Module id, or supplier id for own cost. */
  of: string
  pence: PenceText
  /** Said beside the figure: "renewal price assumed", "estimate". */
  note: string | null
}

/** A row of the model that a user can recognise: C-BUD, a need, a keep (INF-2, INF-5). */
export type Reason = {
  id: string
  words: string
  /** Facts of the market are named as reasons but cannot be dropped (INF-5). */
  canDrop: boolean
  /** The cheapest cost without this member of the conflict; null where none was found, or it cannot be dropped (INF-4). */
  costWithoutPence: PenceText | null
}

/** What a run found (§5). Every cost is whole pence; `bound` is the solver's proof. */
export type Outcome = {
  /** Optimal: proven. Best so far: a plan, "at most £x above the best possible". Undecided: none within the limit. */
  status: 'optimal' | 'best-so-far' | 'infeasible' | 'undecided'
  modulesConsidered: number
  notConsidered: { moduleId: string; name: string; why: string }[]
  plan: Plan | null
  boundPence: PenceText | null
  /** How many sets lay inside the doubt window (EX-3). */
  setsInWindow: number
  /** Next different plans (RES-2), best first. */
  others: Plan[]
  /** The way of a careful buyer without a solver (RES-6); null where it finds no plan. */
  greedy: Plan | null
  /** What is run today, with what it does not cover (RES-7); null where nothing is run. */
  asToday: { plan: Plan; missing: string[] } | null
  frontier: { points: Plan[]; isComplete: boolean } | null
  whyNot: { moduleId: string; plan: Plan | null; conflict: Reason[] } | null
  /** From which quarter, counted from 0, each module runs, those of today included; `until`: the first in which it no longer does. */
  when: { quarter: number; moduleId: string; until?: number }[] | null
  /** What that timeline costs in all; absent where none was asked for or found. */
  whenCostPence?: PenceText
  conflict: { reasons: Reason[]; isSmallest: boolean } | null
  model: { rows: number; columns: number; sha256: string }
  solver: {
    name: string
    version: string
    wasmSha256: string
    limitSeconds: number
    mipRelGap: number
    randomSeed: number
    /** What else was set, for speed alone; with it a re-run is the same run (EX-7). */
    options?: Record<string, number | boolean | string>
  }
}
