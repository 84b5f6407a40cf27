import type { Choice, Plan } from '../optimiser/choice'

/** The name of a module of the choice; its id where the choice does not know it. */
export const moduleName = ({ candidates }: Pick<Choice, 'candidates'>, id: string): string =>
  candidates.find(({ moduleId }) => moduleId === id)?.name ?? id

/** Names as they are read aloud: *A*, *A and B*, *A, B and C*. */
export const joined = (names: string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** Modules of a plan in the order in which they are said: what is kept, then record systems, then by name. */
export function inOrder(choice: Choice, { modules, added }: Pick<Plan, 'modules' | 'added'>): string[] {
  const rank = (id: string) => {
    if (!added.includes(id)) return 0
    return choice.candidates.some((c) => c.moduleId === id && c.isRecordSystem) ? 1 : 2
  }
  return modules.toSorted((a, b) => rank(a) - rank(b) || (moduleName(choice, a) < moduleName(choice, b) ? -1 : 1))
}

/** A plan by its modules: *P1 + D2*. */
export const planName = (choice: Choice, plan: Plan): string =>
  plan.modules.length === 0
    ? 'No module'
    : inOrder(choice, plan)
        .map((id) => moduleName(choice, id))
        .join(' + ')
