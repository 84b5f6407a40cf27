import { addMonths, type Day, dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import { invalidField, ok, type Result } from '@/lib/platform/refusal'
import type { Choice } from '../optimiser/choice'
import { budget, keep } from '../optimiser/model/row-ids'
import type { PlanRun, WhatIf } from './plan-run'

/** RES-4: the same choice with one thing changed. What it is computed from otherwise stays as it was frozen. */
export function changedChoice(choice: Choice, change: WhatIf): Result<Choice> {
  if (change.kind === 'drop-need') {
    const needs = choice.needs.filter(({ id }) => id !== change.needId)
    if (needs.length === choice.needs.length) return invalidField('needId', 'Choose a need of this plan')
    if (needs.length === 0) return invalidField('needId', 'The last need cannot be dropped')
    const candidates = choice.candidates.map((c) => ({ ...c, meets: c.meets.filter((id) => id !== change.needId) }))
    return ok({ ...choice, needs, candidates })
  }
  if (change.kind === 'keep') {
    if (!choice.today.some(({ moduleId }) => moduleId === change.moduleId))
      return invalidField('moduleId', 'Choose a module that is run today')
    const today = choice.today.map((row) =>
      row.moduleId === change.moduleId ? { ...row, keep: 'must' as const } : row,
    )
    return ok({ ...choice, today })
  }
  if (change.kind === 'term') return ok(withTerm(choice, { months: change.months }))
  if (change.kind === 'start') {
    if (change.start < choice.asOf) return invalidField('start', `Enter ${dayWords(choice.asOf)} or later`)
    return ok(withTerm(choice, { start: change.start }))
  }
  return ok({ ...choice, limits: { ...choice.limits, budgetPence: change.pence } })
}

/** Budgets of years that the new term no longer touches say nothing any more. */
function withTerm(choice: Choice, change: { start?: Day; months?: number }): Choice {
  const term = { ...choice.term, ...change }
  const end = addMonths(term.start, term.months)
  const touches = ({ from }: { from: Day }) => from < end && addMonths(from, 12) > term.start
  return { ...choice, term, limits: { ...choice.limits, yearlyBudgets: choice.limits.yearlyBudgets.filter(touches) } }
}

/** What was changed, in words beside the answer. */
export function whatIfWords(change: WhatIf, choice: Choice): string {
  if (change.kind === 'drop-need')
    return `Without ${choice.needs.find(({ id }) => id === change.needId)?.words ?? change.needId}`
  if (change.kind === 'keep')
    return `Keeping ${choice.candidates.find(({ moduleId }) => moduleId === change.moduleId)?.name ?? 'a module of today'}`
  if (change.kind === 'term') return `Over ${change.months} months`
  if (change.kind === 'start') return `From ${dayWords(change.start)}`
  return change.pence === null ? 'Without a budget' : `With a budget of ${poundsWords(BigInt(change.pence))}`
}

/** The rules of the model that a change is about: a conflict looks at these first (INF-3). */
export function changedRules(change: WhatIf, { today }: Pick<Choice, 'today'>): string[] {
  if (change.kind === 'budget') return [budget]
  if (change.kind !== 'keep') return []
  return today.filter((row) => row.moduleId === change.moduleId).map((row) => keep(row.practiceId, row.moduleId))
}

const questionWords = {
  best: 'The best combination',
  frontier: 'What more of your wishes costs',
  'why-not': 'Why not another module',
  when: 'When to switch',
} as const

/** What a run was asked, in words; `choice` is the one it was changed from, which still names what was dropped. */
export function askedWords({ question, change }: Pick<PlanRun, 'question' | 'change'>, choice?: Choice): string {
  if (change) return choice ? whatIfWords(change, choice) : 'A what-if'
  if (question.kind !== 'why-not') return questionWords[question.kind]
  const name = choice?.candidates.find(({ moduleId }) => moduleId === question.moduleId)?.name
  return name ? `Why not ${name}?` : questionWords['why-not']
}
