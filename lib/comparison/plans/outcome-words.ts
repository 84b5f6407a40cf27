import { dayWords } from '@/lib/platform/days'
import { poundsWords, roundHalfUp } from '@/lib/platform/money'
import type { Choice, Outcome, Plan } from '../optimiser/choice'
import { inOrder, joined, moduleName, planName } from './plan-names'

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const counted = (n: number, noun: string): string =>
  `${numbers[n] ?? n.toLocaleString('en-GB')} ${noun}${n === 1 ? '' : 's'}`

/** A term as it is said: whole years in words, otherwise months. */
export const termWords = (months: number): string =>
  months % 12 === 0 ? counted(months / 12, 'year') : counted(months, 'month')

/** Pounds a patient a year, rounded half up to the penny; undefined where no patient is counted. */
export function perPatientWords({ practices, term }: Choice, costPence: bigint): string | undefined {
  const patients = practices.reduce((sum, practice) => sum + practice.patients, 0)
  if (patients <= 0) return undefined
  return poundsWords(roundHalfUp(costPence * 12n, BigInt(patients) * BigInt(term.months)))
}

/** What to do and what it costs, in one sentence (§7 of choosing). */
export function headline(choice: Choice, plan: Plan): string {
  const named = (ids: string[]) => joined(ids.map((id) => moduleName(choice, id)))
  const ordered = inOrder(choice, plan)
  const kept = ordered.filter((id) => !plan.added.includes(id))
  const added = ordered.filter((id) => plan.added.includes(id))
  const acts = [
    ...(kept.length > 0 ? [`keep ${named(kept)}`] : []),
    ...(plan.left.length > 0 ? [`leave ${named(plan.left)}`] : []),
    ...(added.length > 0 ? [`${choice.today.length > 0 ? 'add' : 'take'} ${named(added)}`] : []),
    ...(plan.left.length + added.length === 0 ? ['change nothing'] : []),
  ].join(', ')
  const cost = BigInt(plan.costPence)
  const each = perPatientWords(choice, cost)
  const sum = `${poundsWords(cost)} over ${termWords(choice.term.months)}${each ? `, ${each} a patient a year` : ''}`
  return `${acts[0]!.toUpperCase()}${acts.slice(1)}: ${sum}`
}

/** How sure the answer is: the proof, the gap that is left, or that there is none. */
export function statusWords(choice: Choice, { status, modulesConsidered, plan, boundPence, solver }: Outcome): string {
  const needs = counted(choice.needs.length, 'need')
  const modules = counted(modulesConsidered, 'module')
  const seconds = counted(solver.limitSeconds, 'second')
  if (status === 'optimal')
    return `Of all combinations of the ${modules} considered, none covers your ${needs} for less.`
  if (status === 'infeasible') return `No combination of the ${modules} considered can meet everything you asked for.`
  if (status === 'undecided')
    return `No plan was found within ${seconds}, and none was ruled out. Ask again for less at once.`
  const gap = plan && boundPence !== null ? BigInt(plan.costPence) - BigInt(boundPence) : null
  return gap === null
    ? `The best plan found within ${seconds}; it is not proven to be the best there is.`
    : `The best plan found within ${seconds}: at most ${poundsWords(gap < 0n ? 0n : gap)} above the best possible.`
}

/** How a careful step-by-step choice would have ended (RES-6). */
export function greedyWords(choice: Choice, { plan, greedy }: Pick<Outcome, 'plan' | 'greedy'>): string | undefined {
  if (!plan) return undefined
  const way = 'Choosing step by step (a record system, then the cheapest module for each gap)'
  if (!greedy) return `${way} finds no plan at all.`
  const more = BigInt(greedy.costPence) - BigInt(plan.costPence)
  if (more === 0n) return `${way} costs the same here: ${planName(choice, greedy)}.`
  return `${way} would have cost ${poundsWords(more)} more: ${planName(choice, greedy)}.`
}

/** The answer to "why not this module?" (RES-5); conflicts are listed by the page. */
export function whyNotWords(choice: Choice, { plan, whyNot }: Pick<Outcome, 'plan' | 'whyNot'>): string | undefined {
  if (!whyNot) return undefined
  const name = moduleName(choice, whyNot.moduleId)
  if (!whyNot.plan && whyNot.conflict.length === 0)
    return `In the time there was, no plan with ${name} was found, and none was ruled out.`
  if (!whyNot.plan) return `No plan can hold ${name}.`
  if (plan?.modules.includes(whyNot.moduleId)) return `${name} is in the plan.`
  const best = planName(choice, whyNot.plan)
  const more = plan ? BigInt(whyNot.plan.costPence) - BigInt(plan.costPence) : null
  if (more === null) return `With ${name} the cheapest plan is ${best}.`
  const how = more > 0n ? `${poundsWords(more)} dearer` : 'no dearer, and otherwise less good'
  return `With ${name} the cheapest plan is ${best}: ${how}.`
}

/** A what-if beside the plan that it was asked of (RES-4): pounds and modules changed. */
export function changedWords(choice: Choice, before: Plan, after: Plan): string {
  const by = BigInt(after.costPence) - BigInt(before.costPence)
  const cost =
    by === 0n ? 'It costs the same' : `It costs ${poundsWords(by < 0n ? -by : by)} ${by < 0n ? 'less' : 'more'}`
  const gone = before.modules.filter((id) => !after.modules.includes(id)).map((id) => moduleName(choice, id))
  const come = after.modules.filter((id) => !before.modules.includes(id)).map((id) => moduleName(choice, id))
  if (gone.length + come.length === 0) return `${cost}, with the same modules.`
  return `${cost}${come.length > 0 ? `, with ${joined(come)}` : ''}${gone.length > 0 ? `, without ${joined(gone)}` : ''}.`
}

/** On which day the facts were read, and what the term is. */
export const factsWords = ({ asOf, term }: Choice): string =>
  `Prices, standing and what is said of other modules are as of ${dayWords(asOf)}. The plan runs from ${dayWords(term.start)} for ${termWords(term.months)}${term.overlapDays > 0 ? `, with ${term.overlapDays} days on which old and new run side by side` : ''}. Excluding VAT.`

/** What stands in for something that is not known, module by module. */
export const assumptionsOf = (choice: Choice, { parts }: Plan): string[] => [
  ...new Set(parts.flatMap(({ of, note }) => (note === null ? [] : [`${moduleName(choice, of)}: ${note}`]))),
]
