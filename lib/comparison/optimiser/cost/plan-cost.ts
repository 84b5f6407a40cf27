import type { PlanPart } from '../choice'
import { type Market, type MarketModule, modulesBySite, newTakers, type Picks } from '../model/market'
import { type LineCost, newModuleCost } from './new-module-rules'
import { byYear, type Charge } from './year-rules'

/** What a plan costs: whole pence by the price rules, its parts and years sum to it (EX-2). */
export type PlanCost = { pence: bigint; parts: PlanPart[]; years: bigint[] }

type Sum = { kind: PlanPart['kind']; of: string; charges: Charge[]; notes: string[] }

/** The cost of a plan over the term (COST-1 to COST-5), excluding VAT. Years are those of the market, in order. */
export function planCost(market: Market, picks: Picks): PlanCost {
  const sites = sitesByModule(market, picks)
  const sums = market.modules.flatMap((module, m) => moduleSums(market, module, sites[m]!))
  const owed = market.alwaysOwed.map(
    ({ moduleId, leaving }): Sum => ({ kind: 'owed', of: moduleId, charges: leaving.charges, notes: leaving.notes }),
  )
  const own = usedSuppliers(market, picks).map(
    (supplier): Sum => ({
      kind: 'own-cost',
      of: market.suppliers[supplier]!.id,
      charges: [ownCost(market)],
      notes: [],
    }),
  )
  const all = [...sums, ...mergeOwed(owed), ...own]
  const parts = all
    .map(({ kind, of, charges, notes }) => ({ kind, of, pence: total(charges), note: noteOf(notes) }))
    .filter(({ kind, pence }) => kind === 'licence' || pence > 0n)
    .map((part) => ({ ...part, pence: part.pence.toString() }))
  return { pence: total(all.flatMap(({ charges }) => charges)), parts, years: yearsOf(market, all) }
}

/** Places of the suppliers whose modules a plan holds, in order. */
export function usedSuppliers(market: Market, picks: Picks): number[] {
  const used = new Set(picks.map((pick) => market.modules[Math.floor(pick / market.sites.length)]!.supplier))
  return [...used].sort((a, b) => a - b)
}

/** What the practices owe of their own for one supplier over the term (COST-5). */
export const ownCost = ({ ownCostPence, start, end }: Market): Charge => ({ pence: ownCostPence, from: start, to: end })

/** What a module costs new at these practices, by line; kept for the life of the market, because plans ask again and again. */
export function newCostAt(market: Market, module: MarketModule, practices: number[]): LineCost[] {
  const known = costs.get(module) ?? new Map<string, LineCost[]>()
  costs.set(module, known)
  const key = practices.join()
  const found = known.get(key)
  if (found) return found
  const patients = practices.map((practice) => market.practices[practice]!.patients)
  const lines = newModuleCost(module.lines, patients, market.start, market.end)
  known.set(key, lines)
  return lines
}
const costs = new WeakMap<MarketModule, Map<string, LineCost[]>>()

/** Charges in each year of the market. */
export function inYears(market: Market, charges: Charge[]): bigint[] {
  const sums = market.years.map(() => 0n)
  for (const charge of charges) for (const [i, pence] of byYear(charge, market.years).entries()) sums[i]! += pence
  return sums
}

export const total = (charges: Charge[]): bigint => charges.reduce((sum, { pence }) => sum + pence, 0n)

function moduleSums(market: Market, module: MarketModule, sites: number[]): Sum[] {
  const takers = new Set(sites.flatMap((site) => market.sites[site]!.practices))
  const lines = newCostAt(market, module, newTakers(market, module, sites))
  const kept = module.today.flatMap((at, practice) => (at?.kept && takers.has(practice) ? [at.kept] : []))
  const left = module.today.flatMap((at, practice) => (at && !takers.has(practice) ? [at.leaving] : []))
  const licence = [...lines.filter(({ kind }) => kind === 'licence'), ...kept.flatMap(({ charges }) => charges)]
  const oneOff = lines.filter(({ kind }) => kind === 'one-off')
  const estimate = module.hasEstimate && lines.length > 0 ? ['estimate: use is billed as recorded'] : []
  const sum = (kind: Sum['kind'], charges: Charge[], notes: string[] = []): Sum => ({
    kind,
    of: module.id,
    charges,
    notes,
  })
  return [
    ...(sites.length > 0 ? [sum('licence', licence, [...kept.flatMap(({ notes }) => notes), ...estimate])] : []),
    ...(oneOff.length > 0 ? [sum('one-off', oneOff)] : []),
    ...(left.length > 0
      ? [
          sum(
            'owed',
            left.flatMap(({ charges }) => charges),
            left.flatMap(({ notes }) => notes),
          ),
        ]
      : []),
  ]
}

function mergeOwed(sums: Sum[]): Sum[] {
  const ids = [...new Set(sums.map(({ of }) => of))].sort()
  return ids.map((id) => {
    const same = sums.filter(({ of }) => of === id)
    return {
      kind: 'owed',
      of: id,
      charges: same.flatMap(({ charges }) => charges),
      notes: same.flatMap(({ notes }) => notes),
    }
  })
}

function sitesByModule(market: Market, picks: Picks): number[][] {
  const sites: number[][] = market.modules.map(() => [])
  for (const [site, modules] of modulesBySite(market, picks).entries()) for (const m of modules) sites[m]!.push(site)
  return sites
}

function yearsOf(market: Market, sums: Sum[]): bigint[] {
  return inYears(
    market,
    sums.flatMap(({ charges }) => charges),
  )
}

const noteOf = (notes: string[]): string | null => (notes.length === 0 ? null : [...new Set(notes)].join('; '))
