import { isArray, isNumber, isObject, type Json, type JsonObject } from '../json/json'
import { alignItems } from './align-items'
import type { Change, Step } from './finding'
import { leafText } from './leaves'
import type { References } from './references'

/**
 * Where two resources part, from the outside in: a branch that one side lacks is one change. Items of arrays are aligned
 * first, so that an item taken out is one change and not one for each that moved up. Items that only changed their order
 * are one change of the array itself.
 */
export function changesBetween(before: JsonObject, after: JsonObject, references: References): Change[] {
  const changes: Change[] = []
  compare(before, after, [], references, changes)
  return changes
}

function compare(before: Json, after: Json, steps: Step[], references: References, out: Change[]): void {
  if (isObject(before) && isObject(after)) {
    for (const [key, value] of before) {
      const other = after.get(key)
      if (other === undefined) out.push({ steps: [...steps, key], before: value, after: undefined })
      else compare(value, other, [...steps, key], references, out)
    }
    for (const [key, value] of after)
      if (!before.has(key)) out.push({ steps: [...steps, key], before: undefined, after: value })
  } else if (isArray(before) && isArray(after)) compareItems(before, after, steps, references, out)
  else if (!isEqualLeaf(before, after, steps, references)) out.push({ steps, before, after })
}

function compareItems(before: Json[], after: Json[], steps: Step[], references: References, out: Change[]): void {
  const aligned = alignItems(before, after, references.word)
  if (aligned === 'reordered') {
    out.push({ steps, before, after })
    return
  }
  for (const [i, j] of aligned)
    if (j === undefined) out.push({ steps: [...steps, i!], before: before[i!], after: undefined })
    else if (i === undefined) out.push({ steps: [...steps, j], before: undefined, after: after[j] })
    else compare(before[i]!, after[j]!, [...steps, j], references, out)
}

function isEqualLeaf(before: Json, after: Json, steps: Step[], references: References): boolean {
  if (isObject(before) || isObject(after) || isArray(before) || isArray(after)) return false
  if (isNumber(before) || isNumber(after)) return leafText(before, '') === leafText(after, '')
  const isReference = steps.at(-1) === 'reference' && typeof before === 'string' && typeof after === 'string'
  return isReference ? references.same(before, after) : before === after
}
