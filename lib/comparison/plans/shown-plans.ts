import type { Choice, Outcome, Plan } from '../optimiser/choice'
import { planName } from './plan-names'

export const markWords = {
  best: 'The best plan',
  other: 'A different plan',
  frontier: 'On the frontier',
  'step-by-step': 'A step-by-step choice',
  'why-not': 'With the module you asked about',
  today: 'As today',
} as const
export type Mark = keyof typeof markWords

/** Why a plan is shown, as one line: *The best plan, a step-by-step choice*. */
export const marksWords = (marks: Mark[]): string =>
  marks.map((mark, i) => (i === 0 ? markWords[mark] : markWords[mark].replace(/^./, (c) => c.toLowerCase()))).join(', ')

/** A plan of an outcome under the number by which every picture, table and link names it. */
export type ShownPlan = { number: number; anchor: string; name: string; plan: Plan; marks: Mark[] }

/** Every plan of an outcome once, the best first, then the others, the frontier by cost, and last what is run today. */
export function shownPlans(choice: Choice, outcome: Outcome): ShownPlan[] {
  const { plan, others, frontier, greedy, whyNot, asToday } = outcome
  const found: [Mark, Plan | null | undefined][] = [
    [outcome.status === 'optimal' || outcome.status === 'best-so-far' ? 'best' : 'other', plan],
    ...others.map((other): [Mark, Plan] => ['other', other]),
    ...byCost(frontier?.points ?? []).map((point): [Mark, Plan] => ['frontier', point]),
    ['why-not', whyNot?.plan],
    ['step-by-step', greedy],
    ['today', asToday?.plan],
  ]
  const shown = new Map<string, { plan: Plan; marks: Mark[] }>()
  for (const [mark, one] of found) {
    if (!one) continue
    const before = shown.get(keyOf(one))
    if (before) before.marks.push(mark)
    else shown.set(keyOf(one), { plan: one, marks: [mark] })
  }
  return [...shown.values()].map(({ plan: one, marks }, i) => ({
    number: i + 1,
    anchor: `plan-${i + 1}`,
    name: planName(choice, one),
    plan: one,
    marks: [...new Set(marks)],
  }))
}

/** The same modules at the same practices. */
const keyOf = ({ modules, byPractice }: Plan): string =>
  JSON.stringify([modules.toSorted(), byPractice?.map((p) => [p.practiceId, p.modules.toSorted()]).sort() ?? null])

/** Pence as numbers of this size are exact; text compares by value. */
const byCost = (plans: Plan[]): Plan[] =>
  plans.toSorted((a, b) =>
    BigInt(a.costPence) < BigInt(b.costPence) ? -1 : BigInt(a.costPence) > BigInt(b.costPence) ? 1 : 0,
  )
