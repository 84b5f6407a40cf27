import { billableMonths } from '@/lib/catalogue/prices/billable-rules'
import { lineTotal } from '@/lib/catalogue/prices/line-rules'
import { addDays, type Day } from '@/lib/platform/days'
import { roundHalfUp } from '@/lib/platform/money'
import type { ModuleOfToday } from '../choice'
import { isKnownBeforehand, type PricedLine, sharesOf } from './new-module-rules'
import type { Charge } from './year-rules'

export type TodayCost = { charges: Charge[]; notes: string[] }

/**
 * What a module of today costs one practice from `from` to `to`, both days counted (COST-2): today's price to the end of its
 * contract, then the renewal price, or the list price where none is known. Each stretch is a line, rounded once. Undefined
 * where no price is known at all.
 */
export function keptCost(
  today: ModuleOfToday,
  list: PricedLine[],
  patients: bigint,
  from: Day,
  to: Day,
): TodayCost | undefined {
  const turn = today.contractEnd === null || today.contractEnd > to ? to : today.contractEnd
  const before = stretch(today.yearlyPence, null, list, patients, from, turn)
  const after = stretch(today.renewalYearlyPence, today.yearlyPence, list, patients, later(from, addDays(turn, 1)), to)
  if (!before || !after) return undefined
  const notes = [
    ...(before.isAssumed ? ['list price assumed'] : []),
    ...(after.isAssumed ? ['renewal price assumed'] : []),
  ]
  return { charges: [...before.charges, ...after.charges], notes }
}

/**
 * What a practice owes for a module that it leaves (COST-3): the charges from `start` to the later of the earliest lawful end
 * and the end of the overlap, and the exit charge on the day after. What is owed before `start` is the same in every plan.
 */
export function leavingCost(
  today: ModuleOfToday,
  list: PricedLine[],
  patients: bigint,
  asOf: Day,
  start: Day,
  overlapDays: number,
): TodayCost {
  const last = later(earliestLawfulEnd(today, asOf), addDays(start, overlapDays - 1))
  const owed = last < start ? { charges: [], notes: [] } : keptCost(today, list, patients, start, last)
  const exit = { pence: BigInt(today.exitPence), from: later(start, last), to: later(start, last) }
  return { charges: [...(owed?.charges ?? []), exit], notes: owed ? owed.notes : ['what is owed is not known'] }
}

/** The first day on which the contract may lawfully have ended: its own end, or notice given on the day of the choice. */
export function earliestLawfulEnd({ contractEnd, noticeDays }: ModuleOfToday, asOf: Day): Day {
  const noticed = addDays(asOf, noticeDays)
  return contractEnd !== null && contractEnd > noticed ? contractEnd : noticed
}

/** The first known of: this yearly price, the list price, and a former yearly price as the last resort. */
function stretch(
  yearly: string | null,
  former: string | null,
  list: PricedLine[],
  patients: bigint,
  from: Day,
  to: Day,
): { charges: Charge[]; isAssumed: boolean } | undefined {
  if (to < from) return { charges: [], isAssumed: false }
  if (yearly !== null) return { charges: [yearlyCharge(yearly, from, to)], isAssumed: false }
  const periodic = list.filter(
    ({ kind, price }) => kind === 'licence' && price.period !== 'none' && isKnownBeforehand(price),
  )
  if (periodic.length > 0) {
    const charges = periodic.map(({ price }) => ({
      pence: lineTotal(price, sharesOf(price, [patients], from), to).pence,
      from,
      to,
    }))
    return { charges, isAssumed: true }
  }
  return former === null ? undefined : { charges: [yearlyCharge(former, from, to)], isAssumed: true }
}

function yearlyCharge(yearlyPence: string, from: Day, to: Day): Charge {
  const { numerator, denominator } = billableMonths(from, to)
  return { pence: roundHalfUp(BigInt(yearlyPence) * numerator, denominator * 12n), from, to }
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)
