import { fine, laidOut } from '../bar-rules'
import type { PlanPart } from '../optimiser/choice'
import type { ShownPlan } from './shown-plans'

export const partWords: Record<PlanPart['kind'], string> = {
  licence: 'Licence',
  'one-off': 'One-off',
  owed: 'Owed to the old supplier',
  'own-cost': 'Your own cost of dealing with suppliers',
}
/** The same at the head of a column. */
export const partHeadings: Record<PlanPart['kind'], string> = {
  licence: 'Licence',
  'one-off': 'One-off',
  owed: 'Owed',
  'own-cost': 'Own cost',
}
export const partKinds = Object.keys(partWords) as PlanPart['kind'][]

export type PartSum = { kind: PlanPart['kind']; pence: bigint }
export type PlanBar = { shown: ShownPlan; pence: bigint; segments: (PartSum & { x: number; width: number })[] }

/** The cost of a plan by kind, pence; kinds without cost are left out. */
export const partSums = (parts: PlanPart[]): PartSum[] =>
  partKinds
    .map((kind) => ({
      kind,
      pence: parts.filter((part) => part.kind === kind).reduce((sum, part) => sum + BigInt(part.pence), 0n),
    }))
    .filter(({ pence }) => pence !== 0n)

/** Plans as bars against the dearest, each made of its parts: they sum to its cost and fill its bar. */
export function planBars(plans: ShownPlan[], width: number): PlanBar[] {
  const costs = plans.map(({ plan }) => BigInt(plan.costPence))
  const most = costs.reduce((a, b) => (b > a ? b : a), 1n)
  return plans.map((shown, i) => ({
    shown,
    pence: costs[i]!,
    segments: laidOut(partSums(shown.plan.parts), Number((BigInt(width * fine) * costs[i]!) / most)),
  }))
}
