import type { Choice } from '@/lib/comparison/optimiser/choice'

/** The choice of somebody who gives up one rule of their profile, named as in the model (C-COVER:n1, C-BUD …). */
export function giveUp(choice: Choice, rule: string): Choice {
  const [name, first, second] = rule.split(':')
  const { limits } = choice
  const withLimits = (over: Partial<Choice['limits']>): Choice => ({ ...choice, limits: { ...limits, ...over } })
  const free = (practiceId?: string, moduleId?: string): Choice => ({
    ...choice,
    today: choice.today.map((t) =>
      t.practiceId === practiceId && t.moduleId === moduleId ? { ...t, keep: 'free' as const } : t,
    ),
  })
  switch (name) {
    case 'C-COVER':
      return { ...choice, needs: choice.needs.filter(({ id }) => id !== first) }
    case 'C-FLOOR':
      return withLimits({ floorPercent: 0 })
    case 'C-BUD':
      return withLimits({ budgetPence: null })
    case 'C-BUDY':
      return withLimits({ yearlyBudgets: limits.yearlyBudgets.filter(({ from }) => from !== first) })
    case 'C-KEEP':
    case 'C-DROP':
      return free(first, second)
    case 'C-AVOID':
      return withLimits({ avoid: limits.avoid.filter(({ kind, id }) => kind !== first || id !== second) })
    case 'C-GATE':
      return {
        ...choice,
        candidates: choice.candidates.map((c) =>
          c.moduleId === first ? { ...c, barred: null, keepableUntil: null } : c,
        ),
      }
    default:
      throw new RangeError(`${rule} is no rule of a profile`)
  }
}
