import type { Choice, Outcome } from '../optimiser/choice'
import { headline, statusWords } from './outcome-words'
import { partKinds, partSums, partWords } from './plan-bars'
import { inOrder, moduleName } from './plan-names'
import { markWords, shownPlans } from './shown-plans'

/** Pence as pounds for a spreadsheet: digits, a point, two decimals; no sign of the currency. */
const pounds = (pence: bigint): string => `${pence / 100n}.${(pence % 100n).toString().padStart(2, '0')}`

/** Every plan of an outcome as a table for a spreadsheet, a plan a row. */
export function planDownload(choice: Choice, outcome: Outcome) {
  const named = (ids: string[]) => ids.map((id) => moduleName(choice, id)).join('; ')
  return {
    header: [
      'Plan',
      'Why it is shown',
      'Modules',
      'Cost over the term, £',
      ...partKinds.map((kind) => `${partWords[kind]}, £`),
      'Worth of wishes',
      'Suppliers',
      'New',
      'Left',
      'Said beside the figures',
    ],
    rows: shownPlans(choice, outcome).map(({ number, marks, plan }): (string | number)[] => {
      const sums = partSums(plan.parts)
      return [
        number,
        marks.map((mark) => markWords[mark]).join('; '),
        named(inOrder(choice, plan)),
        pounds(BigInt(plan.costPence)),
        ...partKinds.map((kind) => pounds(sums.find((sum) => sum.kind === kind)?.pence ?? 0n)),
        plan.worth,
        plan.suppliers,
        named(plan.added),
        named(plan.left),
        plan.parts.flatMap(({ of, note }) => (note ? [`${moduleName(choice, of)}: ${note}`] : [])).join('; '),
      ]
    }),
  }
}

/** The same for programs, with names beside the ids; pence as text. */
export const planRecord = (choice: Choice, outcome: Outcome) => ({
  asOf: choice.asOf,
  term: choice.term,
  status: outcome.status,
  words: [...(outcome.plan ? [headline(choice, outcome.plan)] : []), statusWords(choice, outcome)],
  boundPence: outcome.boundPence,
  modules: Object.fromEntries(choice.candidates.map(({ moduleId, name }) => [moduleId, name])),
  plans: shownPlans(choice, outcome).map(({ number, marks, plan }) => ({ number, marks, ...plan })),
  conflict: outcome.conflict,
  whyNot: outcome.whyNot && { moduleId: outcome.whyNot.moduleId, conflict: outcome.whyNot.conflict },
  when: outcome.when,
  whenCostPence: outcome.whenCostPence ?? null,
  notConsidered: outcome.notConsidered,
  missingToday: outcome.asToday?.missing ?? [],
})
