import { poundsWords } from '@/lib/platform/money'
import type { Choice, Outcome, Plan } from '../optimiser/choice'
import { moduleName, planName } from './plan-names'

export type BreakEven = { plan: Plan; moduleId: string; owedPence: bigint; byPence: bigint }

/**
 * The plan that would overtake if less were owed for a module of today: the smallest fall that turns the choice (§7). Owed are the
 * charges to the end of the contract; exit charges are counted apart. Undefined where no such fall turns it.
 */
export function breakEvenOf(
  choice: Choice,
  outcome: Pick<Outcome, 'plan' | 'others' | 'frontier'>,
): BreakEven | undefined {
  const { plan, others, frontier } = outcome
  if (!plan) return undefined
  const found = [...others, ...(frontier?.points ?? [])].flatMap((other): BreakEven[] => {
    const byPence = BigInt(other.costPence) - BigInt(plan.costPence)
    if (byPence <= 0n) return []
    return other.left
      .filter((id) => !plan.left.includes(id))
      .map((moduleId) => ({ plan: other, moduleId, owedPence: owedFor(choice, other, moduleId), byPence }))
      .filter(({ owedPence }) => owedPence > byPence)
  })
  return found.toSorted((a, b) => (a.byPence < b.byPence ? -1 : 1))[0]
}

function owedFor({ today }: Choice, { parts }: Plan, id: string): bigint {
  const owed = parts
    .filter(({ kind, of }) => kind === 'owed' && of === id)
    .reduce((sum, p) => sum + BigInt(p.pence), 0n)
  const exit = today.filter(({ moduleId }) => moduleId === id).reduce((sum, t) => sum + BigInt(t.exitPence), 0n)
  return owed - exit
}

/** The same in a sentence. */
export const breakEvenWords = (choice: Choice, { plan, moduleId, owedPence, byPence }: BreakEven): string =>
  `${planName(choice, plan)} becomes the cheaper plan once the ${poundsWords(owedPence)} still owed for ${moduleName(choice, moduleId)} shrinks by more than ${poundsWords(byPence)}.`
