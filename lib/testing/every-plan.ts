import { endOfTerm } from '@/lib/catalogue/prices/billable-rules'
import { lineTotal } from '@/lib/catalogue/prices/line-rules'
import { type Price, type PriceJson, priceFromJson } from '@/lib/catalogue/prices/price'
import type { Candidate, Choice } from '@/lib/comparison/optimiser/choice'
import { keptCost, leavingCost } from '@/lib/comparison/optimiser/cost/today-cost-rules'
import { byYear, type Charge, financialYears } from '@/lib/comparison/optimiser/cost/year-rules'
import { roundHalfUp } from '@/lib/platform/money'

/** A plan as the oracle counts it: module at place, `modules × sites`, in id order. */
export type EveryPlan = { picks: number[]; pence: bigint; worth: number; changed: number; suppliers: number }

type Option = { sites: number[]; charges: Charge[]; allowed: boolean; changed: number }

/**
 * Every plan of a small choice that keeps every rule, counted one by one without a solver and straight from the choice: the
 * oracle of the optimiser. Cheapest first, in the order of EX-6.
 */
export function everyPlan(choice: Choice): EveryPlan[] {
  const end = endOfTerm(choice.term.start, choice.term.months)
  const practices = [...choice.practices].sort((a, b) => (a.id < b.id ? -1 : 1))
  const sites = choice.limits.mayDiffer ? practices.map((p) => [p]) : [practices]
  const modules = [...choice.candidates].sort((a, b) => (a.moduleId < b.moduleId ? -1 : 1))
  const wishes = [...choice.wishes]
  const floor = Math.ceil((choice.limits.floorPercent * wishes.reduce((s, w) => s + w.worth, 0)) / 100)
  const own = roundHalfUp(BigInt(choice.limits.ownCostPence) * BigInt(choice.term.months), 12n)
  const orphans = choice.today.filter((t) => !modules.some((m) => m.moduleId === t.moduleId))
  const options = modules.map((m) => optionsOf(m).filter(({ allowed }) => allowed))
  const found: EveryPlan[] = []
  walk(0, [])
  return found.sort(inOrder)

  function walk(m: number, taken: Option[]): void {
    if (m < modules.length) for (const option of options[m]!) walk(m + 1, [...taken, option])
    else if (keepsRules(taken)) found.push(...counted(taken))
  }

  function optionsOf(module: Candidate): Option[] {
    return Array.from({ length: 2 ** sites.length }, (_, mask) =>
      sites.flatMap((_, s) => (mask & (1 << s) ? [s] : [])),
    ).map(
      (at): Option => ({
        sites: at,
        ...costOf(module, at),
        changed: sites.filter((_, s) => isChange(module, s, at)).length,
      }),
    )
  }

  function isChange(module: Candidate, s: number, at: number[]): boolean {
    return sites[s]!.some((p) => at.includes(s) !== Boolean(todayOf(module, p.id)))
  }

  function todayOf(module: Candidate, practiceId: string) {
    return choice.today.find((t) => t.moduleId === module.moduleId && t.practiceId === practiceId)
  }

  function costOf(module: Candidate, at: number[]): { charges: Charge[]; allowed: boolean } {
    const { start, overlapDays } = choice.term
    const takers = at.flatMap((s) => sites[s]!)
    const list = module.prices.map((p) => ({
      kind: p.period === 'none' ? ('one-off' as const) : ('licence' as const),
      price: priceFromJson(p),
    }))
    let allowed = true
    const charges: Charge[] = []
    for (const p of practices) {
      const today = todayOf(module, p.id)
      const takes = takers.includes(p)
      if (!today) continue
      if (today.keep === 'must' ? !takes : today.keep === 'must-not' && takes) allowed = false
      if (!takes) charges.push(...leavingCost(today, list, BigInt(p.patients), choice.asOf, start, overlapDays).charges)
      else {
        const kept = keptCost(today, list, BigInt(p.patients), start, end)
        if (!kept || (module.keepableUntil !== null && module.keepableUntil < end)) allowed = false
        charges.push(...(kept?.charges ?? []))
      }
    }
    const fresh = takers.filter((p) => !todayOf(module, p.id))
    if (fresh.length > 0) {
      if (module.barred !== null || module.prices.every((p) => p.basis === 'on-demand')) allowed = false
      for (const p of [...module.prices, ...module.services.flatMap((s) => s.prices)])
        if (p.basis !== 'on-demand')
          charges.push(
            lineOf(
              p,
              fresh.map((f) => BigInt(f.patients)),
            ),
          )
    }
    const isAvoided = choice.limits.avoid.some(
      (a) => a.id === (a.kind === 'module' ? module.moduleId : module.supplierId),
    )
    return { charges, allowed: allowed && !(isAvoided && at.length > 0) }
  }

  function lineOf(json: PriceJson, patients: bigint[]): Charge {
    const price: Price = priceFromJson(json)
    const { start } = choice.term
    const quantities = price.basis === 'patient' ? patients : price.per === 'order' ? [1n] : patients.map(() => 1n)
    const shares = quantities.map((quantity) => ({ quantity, goLive: start }))
    return { pence: lineTotal(price, shares, end).pence, from: start, to: price.period === 'none' ? start : end }
  }

  function keepsRules(taken: Option[]): boolean {
    return (
      !orphans.some(({ keep }) => keep === 'must') &&
      sites.every((_, s) => {
        const here = modules.filter((_, m) => taken[m]!.sites.includes(s))
        const ids = new Set(here.map((m) => m.moduleId))
        const records = here.filter((m) => m.isRecordSystem)
        return (
          records.length === 1 &&
          choice.needs.every((need) => here.some((m) => m.meets.includes(need.id))) &&
          here.every(
            (m) =>
              m.requires.every(({ oneOf }) => oneOf.some((b) => ids.has(b))) &&
              !m.conflicts.some((b) => b !== m.moduleId && ids.has(b)) &&
              (m.pairedWith === null || records[0] === m || m.pairedWith.includes(records[0]!.moduleId)),
          )
        )
      })
    )
  }

  function counted(taken: Option[]): EveryPlan[] {
    const { start, overlapDays } = choice.term
    const suppliers = new Set(modules.filter((_, m) => taken[m]!.sites.length > 0).map((m) => m.supplierId)).size
    const owed = orphans.flatMap((t) => {
      const size = BigInt(practices.find((p) => p.id === t.practiceId)!.patients)
      return leavingCost(t, [], size, choice.asOf, start, overlapDays).charges
    })
    const charges = [
      ...taken.flatMap((option) => option.charges),
      ...owed,
      ...Array.from({ length: suppliers }, () => ({ pence: own, from: start, to: end })),
    ]
    const pence = charges.reduce((sum, charge) => sum + charge.pence, 0n)
    const worth = wishes
      .filter((w) =>
        sites.every((_, s) => modules.some((m, i) => m.fulfils.includes(w.id) && taken[i]!.sites.includes(s))),
      )
      .reduce((sum, w) => sum + w.worth, 0)
    const { budgetPence, yearlyBudgets } = choice.limits
    if (worth < floor || (budgetPence !== null && pence > BigInt(budgetPence))) return []
    if (yearlyBudgets.length > 0) {
      const years = financialYears(
        start,
        charges.reduce((last, c) => (c.to > last ? c.to : last), end),
      )
      const sums = charges.map((c) => byYear(c, years))
      const sumOf = (from: string) => sums.reduce((sum, s) => sum + (s[years.indexOf(from)] ?? 0n), 0n)
      if (yearlyBudgets.some((b) => sumOf(b.from) > BigInt(b.pence))) return []
    }
    const picks = taken.flatMap((option, m) => option.sites.map((s) => m * sites.length + s))
    return [{ picks, pence, worth, changed: taken.reduce((sum, t) => sum + t.changed, 0), suppliers }]
  }
}

function inOrder(a: EveryPlan, b: EveryPlan): number {
  if (a.pence !== b.pence) return a.pence < b.pence ? -1 : 1
  const first = b.worth - a.worth || a.changed - b.changed || a.suppliers - b.suppliers
  if (first !== 0) return first
  for (let i = 0; i < Math.min(a.picks.length, b.picks.length); i++)
    if (a.picks[i] !== b.picks[i]) return a.picks[i]! - b.picks[i]!
  return a.picks.length - b.picks.length
}
