import type { Resource } from '../compare/comparison'
import { commonLeaves } from './leaf-counts'

/** A resource as pairing sees it: its leaves as sorted numbers, and what its references lead to. */
export type Leafed = { resource: Resource; leaves: Uint32Array; leads: Uint32Array }
export type Pair = [Leafed, Leafed]
type Scored = { source: number; target: number; score: number; links: number }

/** Up to so many pairs of a group, each is scored; above, only the pairs that share their rarest leaves. */
const mostPairs = 250_000
/** Of a large group: so many places in the buckets are looked at for each resource, so many candidates scored. */
const looks = 400
const candidatesEach = 16

/**
 * §7.5 `altered`: within one patient and type, pairs of which at least half of all leaves, both counted, are equal: so that
 * a small record that lost a large branch is still itself.
 * Globally greedy: the best score of all first; among equals the one with more links to the same things, then the order of
 * the files. Large groups are blocked by buckets of equal leaves, rarest first, so that the work stays linear in the group.
 */
export function pairAltered(sources: Leafed[], targets: Leafed[]): Pair[] {
  const pairs: Pair[] = []
  let [left, right] = [inOrder(sources), inOrder(targets)]
  while (left.length > 0 && right.length > 0) {
    const isSmall = left.length * right.length <= mostPairs
    const found = greedy(isSmall ? allPairs(left, right) : likelyPairs(left, right))
    if (found.length === 0) break
    for (const { source, target } of found) pairs.push([left[source]!, right[target]!])
    if (isSmall) break
    const [usedLeft, usedRight] = [new Set(found.map((p) => p.source)), new Set(found.map((p) => p.target))]
    left = left.filter((_, i) => !usedLeft.has(i))
    right = right.filter((_, i) => !usedRight.has(i))
  }
  return pairs
}

const inOrder = (items: Leafed[]): Leafed[] =>
  [...items].sort((a, b) => a.resource.file - b.resource.file || a.resource.line - b.resource.line)

function allPairs(left: Leafed[], right: Leafed[]): Scored[] {
  return left.flatMap((a, source) => right.flatMap((b, target) => scored(a, b, source, target) ?? []))
}

function likelyPairs(left: Leafed[], right: Leafed[]): Scored[] {
  const buckets = new Map<number, number[]>()
  right.forEach(({ leaves }, target) => {
    for (const leaf of new Set(leaves)) {
      const bucket = buckets.get(leaf)
      if (bucket) bucket.push(target)
      else buckets.set(leaf, [target])
    }
  })
  return left.flatMap((a, source) =>
    candidates(a, buckets).flatMap((target) => scored(a, right[target]!, source, target) ?? []),
  )
}

function candidates({ leaves }: Leafed, buckets: ReadonlyMap<number, number[]>): number[] {
  const own = [...new Set(leaves)].flatMap((leaf) => [buckets.get(leaf) ?? []]).filter((bucket) => bucket.length > 0)
  own.sort((a, b) => a.length - b.length)
  const shared = new Map<number, number>()
  let budget = looks
  for (const bucket of own)
    for (const target of bucket) {
      if (budget-- <= 0) break
      shared.set(target, (shared.get(target) ?? 0) + 1)
    }
  return [...shared]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, candidatesEach)
    .map(([target]) => target)
}

function scored(a: Leafed, b: Leafed, source: number, target: number): Scored | undefined {
  const all = a.leaves.length + b.leaves.length
  const equal = 2 * commonLeaves(a.leaves, b.leaves)
  if (2 * equal < all) return undefined
  return { source, target, score: all === 0 ? 1 : equal / all, links: commonLeaves(a.leads, b.leads) }
}

function greedy(pairs: Scored[]): Scored[] {
  pairs.sort((a, b) => b.score - a.score || b.links - a.links || a.source - b.source || a.target - b.target)
  const [left, right] = [new Set<number>(), new Set<number>()]
  return pairs.filter(({ source, target }) => {
    if (left.has(source) || right.has(target)) return false
    left.add(source)
    right.add(target)
    return true
  })
}
