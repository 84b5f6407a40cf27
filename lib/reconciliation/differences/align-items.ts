import { isArray, isObject, type Json } from '../json/json'
import { leafText } from './leaves'
import type { References } from './references'

/** Which item of one array stands for which of the other; undefined on the side that has none. */
export type Aligned = [number | undefined, number | undefined][]

/** Above this, the middle of two arrays is aligned by index only: the table of the longest common run would not fit. */
const mostCells = 1_000_000

/**
 * Aligns two arrays by their equal items (references by what they lead to): equal ends first, then the longest common run, and
 * between its items by index. The same items in another order are `reordered`.
 */
export function alignItems(before: Json[], after: Json[], word: References['word']): Aligned | 'reordered' {
  const a = before.map((item) => itemText(item, (text) => word('source', text)))
  const b = after.map((item) => itemText(item, (text) => word('target', text)))
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const middle = [a.slice(start, a.length - end), b.slice(start, b.length - end)] as const
  if (middle[0].length > 0 && isReordered(...middle)) return 'reordered'
  const aligned: Aligned = []
  for (let i = 0; i < start; i += 1) aligned.push([i, i])
  for (const [i, j] of alignMiddle(...middle))
    aligned.push([i === undefined ? i : i + start, j === undefined ? j : j + start])
  for (let i = end; i > 0; i -= 1) aligned.push([a.length - i, b.length - i])
  return aligned
}

const isReordered = (a: string[], b: string[]): boolean =>
  a.length === b.length && [...a].sort().join('\u0001') === [...b].sort().join('\u0001')

function alignMiddle(a: string[], b: string[]): Aligned {
  const aligned: Aligned = []
  let [i, j] = [0, 0]
  for (const [nextI, nextJ] of [...commonRun(a, b), [a.length, b.length] as const]) {
    while (i < nextI && j < nextJ) aligned.push([i++, j++])
    while (i < nextI) aligned.push([i++, undefined])
    while (j < nextJ) aligned.push([undefined, j++])
    if (nextI < a.length) aligned.push([i++, j++])
  }
  return aligned
}

/** Places of a longest common subsequence. */
function commonRun(a: string[], b: string[]): [number, number][] {
  if (a.length * b.length === 0 || a.length * b.length > mostCells) return []
  const width = b.length + 1
  const best = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      best[i * width + j] =
        a[i] === b[j]
          ? best[(i + 1) * width + j + 1]! + 1
          : Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!)
  const run: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i] === b[j]) run.push([i++, j++])
    else if (best[(i + 1) * width + j]! >= best[i * width + j + 1]!) i += 1
    else j += 1
  return run
}

/** A text for any value, keys in one order, references by what they lead to. */
function itemText(value: Json, word: (text: string) => string, key = ''): string {
  if (isArray(value)) return `[${value.map((item) => itemText(item, word, key)).join('\u0002')}]`
  if (key === 'reference' && typeof value === 'string') return `r${word(value)}`
  if (!isObject(value)) return leafText(value, key)
  const members = [...value].map(([name, item]) => `${name}\u0003${itemText(item, word, name)}`)
  return `{${members.sort().join('\u0002')}}`
}
