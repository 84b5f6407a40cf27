import { priceFromJson } from '@/lib/catalogue/prices/price'
import { type Day, dayWords } from '@/lib/platform/days'
import { roundHalfUp } from '@/lib/platform/money'
import type { Candidate, Choice } from '../choice'
import { isKnownBeforehand, type PricedLine } from '../cost/new-module-rules'
import { keptCost, leavingCost } from '../cost/today-cost-rules'
import { financialYears } from '../cost/year-rules'
import {
  byId,
  type Gate,
  type Market,
  type MarketModule,
  type MarketPractice,
  type Site,
  type TodayAt,
  termEnd,
} from './market'

/** Reads a choice into a market: everything in id order, so that the order of the input never matters. */
export function readChoice(choice: Choice): Market {
  const practices = [...choice.practices].sort(byId).map((p) => ({ ...p, patients: BigInt(p.patients) }))
  const sites = sitesOf(choice, practices)
  const needs = [...choice.needs].sort(byId)
  const wishes = [...choice.wishes].sort(byId)
  const suppliers = suppliersOf(choice.candidates)
  const reader = { choice, practices, sites, end: termEnd(choice) }
  const all = [...choice.candidates]
    .sort((a, b) => byId({ id: a.moduleId }, { id: b.moduleId }))
    .map((candidate): MarketModule => {
      const lines = linesOf(candidate)
      const today = practices.map((practice) => todayAt(reader, candidate.moduleId, lines, practice))
      return {
        id: candidate.moduleId,
        name: candidate.name,
        candidate,
        supplier: suppliers.findIndex(({ id }) => id === candidate.supplierId),
        meets: placesOf(needs, candidate.meets),
        fulfils: placesOf(wishes, candidate.fulfils),
        lines,
        hasEstimate: lines.some(({ price }) => !isKnownBeforehand(price)),
        today,
        gates: sites.map((site) => gateAt(candidate, today, site, reader.end)),
        avoided: avoidedBy(choice, candidate),
      }
    })
  const modules = all.filter((module) => module.gates.some((gate) => gate?.words !== noPrice))
  const known = new Set(modules.map(({ id }) => id))
  const worth = wishes.reduce((sum, wish) => sum + wish.worth, 0)
  const alwaysOwed = practices.flatMap((_, practice) =>
    choice.today
      .filter((t) => t.practiceId === practices[practice]!.id && !known.has(t.moduleId))
      .sort((a, b) => byId({ id: a.moduleId }, { id: b.moduleId }))
      .map((t) => {
        const module = all.find(({ id }) => id === t.moduleId)
        const facts = todayAt(reader, t.moduleId, module?.lines ?? [], practices[practice]!)!
        return { moduleId: t.moduleId, practice, isKeepAsked: t.keep === 'must', leaving: facts.leaving }
      }),
  )
  const ends = [...modules.flatMap((m) => m.today), ...alwaysOwed].flatMap((t) => t?.leaving.charges ?? [])
  return {
    choice,
    start: choice.term.start,
    end: reader.end,
    practices,
    sites,
    modules,
    needs,
    wishes,
    suppliers,
    years: financialYears(choice.term.start, latest([reader.end, ...ends.map(({ to }) => to)])),
    ownCostPence: roundHalfUp(BigInt(choice.limits.ownCostPence) * BigInt(choice.term.months), 12n),
    floorWorth: Math.ceil((choice.limits.floorPercent * worth) / 100),
    alwaysOwed,
    withoutPrice: all.filter(({ id }) => !known.has(id)).map(({ candidate }) => candidate),
  }
}

const noPrice = 'no price'
type Reader = { choice: Choice; practices: MarketPractice[]; sites: Site[]; end: Day }

function sitesOf(choice: Choice, practices: MarketPractice[]): Site[] {
  if (choice.limits.mayDiffer && practices.length > 1)
    return practices.map(({ id, name }, i) => ({ id, name, practices: [i] }))
  return [{ id: '', name: '', practices: practices.map((_, i) => i) }]
}

function suppliersOf(candidates: Candidate[]): { id: string; name: string }[] {
  const names = new Map(candidates.map((c) => [c.supplierId, c.supplierName]))
  return [...names].map(([id, name]) => ({ id, name })).sort(byId)
}

function linesOf({ prices, services }: Candidate): PricedLine[] {
  const own = prices.map(priceFromJson)
  const needed = services.flatMap((service) => service.prices.map(priceFromJson))
  return [
    ...own.map((price): PricedLine => ({ kind: price.period === 'none' ? 'one-off' : 'licence', price })),
    ...needed.map((price): PricedLine => ({ kind: 'one-off', price })),
  ]
}

function todayAt(
  { choice, end }: Reader,
  moduleId: string,
  lines: PricedLine[],
  practice: MarketPractice,
): TodayAt | undefined {
  const facts = choice.today.find((t) => t.practiceId === practice.id && t.moduleId === moduleId)
  if (!facts) return undefined
  const { start, overlapDays } = choice.term
  return {
    facts,
    kept: keptCost(facts, lines, practice.patients, start, end),
    leaving: leavingCost(facts, lines, practice.patients, choice.asOf, start, overlapDays),
  }
}

/** C-GATE and MOD-2: barred anew, without a price, or kept longer than it may be. */
function gateAt(candidate: Candidate, today: (TodayAt | undefined)[], site: Site, end: Day): Gate | undefined {
  const fact = (words: string): Gate => ({ words, isWish: false })
  const here = site.practices.map((practice) => today[practice])
  const isPriced = candidate.prices.some(({ basis }) => basis !== 'on-demand')
  if (here.some((at) => (at ? at.kept === undefined : !isPriced))) return fact(noPrice)
  if (here.includes(undefined) && candidate.barred !== null)
    return { words: candidate.barred, isWish: candidate.isBarredByWish ?? false }
  const until = candidate.keepableUntil
  if (here.some(Boolean) && until !== null && until < end) return fact(`may be kept only until ${dayWords(until)}`)
  return undefined
}

function avoidedBy({ limits }: Choice, { moduleId, supplierId }: Candidate): MarketModule['avoided'] {
  return limits.avoid
    .filter(({ kind, id }) => id === (kind === 'module' ? moduleId : supplierId))
    .map(({ kind, id, name, reason }) => ({
      group: `C-AVOID:${kind}:${id}`,
      words: `you avoid ${name}, because ${reason}`,
    }))
    .sort((a, b) => (a.group < b.group ? -1 : 1))
}

function placesOf(things: { id: string }[], ids: string[]): number[] {
  const wanted = new Set(ids)
  return things.flatMap(({ id }, i) => (wanted.has(id) ? [i] : []))
}

const latest = (days: Day[]): Day => days.reduce((a, b) => (a > b ? a : b))
