import { endOfTerm } from '@/lib/catalogue/prices/billable-rules'
import type { Day } from '@/lib/platform/days'
import type { Candidate, Choice, ModuleOfToday, Need, Wish } from '../choice'
import type { PricedLine } from '../cost/new-module-rules'
import type { TodayCost } from '../cost/today-cost-rules'

/**
 * A choice read once: ids in order, texts as numbers, what each module would cost where it is run today. A *site* is where
 * one decision is taken: each practice where they may differ (MOD-3), all practices together otherwise (COST-4).
 */
export type Market = {
  choice: Choice
  start: Day
  end: Day
  practices: MarketPractice[]
  sites: Site[]
  modules: MarketModule[]
  needs: Need[]
  wishes: Wish[]
  suppliers: { id: string; name: string }[]
  /** First days of the financial years that any charge may fall into. */
  years: Day[]
  /** Own cost of one supplier over the term, pence (COST-5). */
  ownCostPence: bigint
  /** Points of wish worth that a plan must reach (C-FLOOR). */
  floorWorth: number
  /** What is owed for modules of today that are no candidates: in every plan. */
  alwaysOwed: { moduleId: string; practice: number; isKeepAsked: boolean; leaving: TodayCost }[]
  /** Modules without a computable price: they have no column (MOD-4). */
  withoutPrice: Candidate[]
}

export type MarketPractice = { id: string; name: string; patients: bigint }
/** Places of its practices in `Market.practices`. */
export type Site = { id: string; name: string; practices: number[] }

export type MarketModule = {
  id: string
  name: string
  candidate: Candidate
  /** Place of its supplier in `Market.suppliers`. */
  supplier: number
  /** Places of the needs and wishes that it meets. */
  meets: number[]
  fulfils: number[]
  lines: PricedLine[]
  /** Whether something of what it needs is billed on recorded use only. */
  hasEstimate: boolean
  /** By practice: what it is today, to keep and to leave; undefined where it is not run. */
  today: (TodayAt | undefined)[]
  /** By site: why it may not be taken there, and whether the buyer's own wish bars it; undefined where it may. */
  gates: (Gate | undefined)[]
  avoided: { group: string; words: string }[]
}

export type TodayAt = { facts: ModuleOfToday; kept: TodayCost | undefined; leaving: TodayCost }
export type Gate = { words: string; isWish: boolean }

/** Modules taken at sites: `module × number of sites + site`, in order. */
export type Picks = number[]

/** Text order by code units: the same on every machine. */
export const byId = <T extends { id: string }>(a: T, b: T): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

export const termEnd = (choice: Choice): Day => endOfTerm(choice.term.start, choice.term.months)

/** The modules that are taken at each site. */
export function modulesBySite(market: Market, picks: Picks): number[][] {
  const sites: number[][] = market.sites.map(() => [])
  for (const pick of picks) sites[pick % market.sites.length]!.push(Math.floor(pick / market.sites.length))
  return sites
}

/** The practices that would take a module anew, were it taken at these sites. */
export function newTakers(market: Market, module: MarketModule, sites: number[]): number[] {
  return sites.flatMap((site) => market.sites[site]!.practices).filter((practice) => !module.today[practice])
}
