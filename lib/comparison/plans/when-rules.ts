import { addDays, addMonths, type Day, dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import type { Choice, Outcome } from '../optimiser/choice'
import { moduleName } from './plan-names'

/** `until`: the quarter from which it runs no more, and `lastDay` the day before; null where it runs to the end of the term. */
export type Stretch = {
  moduleId: string
  name: string
  quarter: number
  until: number | null
  from: Day
  lastDay: Day | null
  isKept: boolean
}

/** From when to when each module of the answer runs, the earliest first (MOD-6): quarter 0 begins with the term. */
export function stretchesOf(choice: Choice, when: NonNullable<Outcome['when']>): Stretch[] {
  const dayOf = (quarter: number): Day => addMonths(choice.term.start, quarter * 3)
  return when
    .map(({ quarter, moduleId, until = null }) => ({
      moduleId,
      name: moduleName(choice, moduleId),
      quarter,
      until,
      from: dayOf(quarter),
      lastDay: until === null ? null : addDays(dayOf(until), -1),
      isKept: quarter === 0 && choice.today.some((today) => today.moduleId === moduleId),
    }))
    .toSorted((a, b) => a.quarter - b.quarter || (a.name < b.name ? -1 : 1))
}

/** A stretch in words: *from 1 April 2026 to 30 September 2026*. */
export const stretchWords = ({ isKept, from, lastDay }: Stretch): string =>
  `${isKept ? 'as today' : `from ${dayWords(from)}`}${lastDay ? ` to ${dayWords(lastDay)}` : ''}`

/** What waiting is worth against switching everything on the first day; undefined where no figure was proven. */
export function whenCostWords({ plan, whenCostPence }: Pick<Outcome, 'plan' | 'whenCostPence'>): string | undefined {
  if (!whenCostPence) return undefined
  const cost = BigInt(whenCostPence)
  const words = `Switching at these times costs ${poundsWords(cost)} over the term`
  if (!plan) return `${words}.`
  const saved = BigInt(plan.costPence) - cost
  return saved > 0n
    ? `${words}, ${poundsWords(saved)} less than having the best plan from the first day.`
    : `${words}: no less than having the best plan from the first day.`
}
