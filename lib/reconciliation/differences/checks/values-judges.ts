import { isArray, isNumber, isObject, type Json } from '../../json/json'
import { isLiteralOnly } from '../find-differences'
import type { CheckId, Finding, Step } from '../finding'
import { isPair } from '../finding'
import { lastKeyOf } from '../path'
import type { Judge } from './side-facts'
import { isTextDamage } from './text-damage'
import { isDateText, isNumberChange, isUnitKey, type LeafChange, leafChanges } from './values'

const leaves = (f: Finding): LeafChange[] => (isPair(f) ? f.changes.flatMap(leafChanges) : [])

/** A unit: a field of that name, or the code beside a figure. */
function isUnit({ steps }: LeafChange, f: Finding): boolean {
  const key = lastKeyOf(steps)
  if (isUnitKey(key)) return true
  if (key !== 'code' && key !== 'system') return false
  return [f.before, f.after].some((tree) => tree && hasFigure(tree, steps.slice(0, -1)))
}

/** Whether the place is an object with a figure. A place that was moved in an array is looked at where it stands now. */
function hasFigure(tree: Json, steps: readonly Step[]): boolean {
  let at: Json | undefined = tree
  for (const step of steps)
    at = typeof step === 'number' ? (isArray(at) ? at[step] : undefined) : isObject(at) ? at.get(step) : undefined
  return isObject(at) && isNumber(at.get('value'))
}

/** Checks of values: any leaf of any type, at any depth, whether it changed, went or came. */
export const valueJudges: Partial<Record<CheckId, Judge>> = {
  C13: (f) => (leaves(f).some(isTextDamage) ? 'S2' : undefined),
  C14: (f) => {
    const all = leaves(f)
    if (all.some((leaf) => isUnit(leaf, f) || (isNumberChange(leaf) && !isLiteralOnly(leaf)))) return 'S1'
    return all.some(isNumberChange) ? 'S3' : undefined
  },
  C15: (f) => {
    const touched = leaves(f).some(({ steps, before, after }) =>
      [before, after].some((value) => isDateText(value, lastKeyOf(steps))),
    )
    return touched ? 'S2' : undefined
  },
}
