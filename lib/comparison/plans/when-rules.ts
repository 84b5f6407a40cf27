import { addMonths, type Day } from '@/lib/platform/days'
import type { Choice, Outcome } from '../optimiser/choice'
import { moduleName } from './plan-names'

export type Start = { moduleId: string; name: string; quarter: number; from: Day; isKept: boolean }

/** When each module of the answer starts, the earliest first (MOD-6): quarter 0 begins with the term. */
export function startsOf(choice: Choice, when: NonNullable<Outcome['when']>): Start[] {
  return when
    .map(({ quarter, moduleId }) => ({
      moduleId,
      name: moduleName(choice, moduleId),
      quarter,
      from: addMonths(choice.term.start, quarter * 3),
      isKept: quarter === 0 && choice.today.some((today) => today.moduleId === moduleId),
    }))
    .toSorted((a, b) => a.quarter - b.quarter || (a.name < b.name ? -1 : 1))
}
