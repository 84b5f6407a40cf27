import type { Comparison, Explained, LinkDifference, Resource, Unpaired } from '../compare/comparison'
import type { Identified } from './identified-side'
import { type Lookup, linkContributions } from './link-rounds'

type Pairing = Pick<Comparison, 'matched' | 'unpaired' | 'links' | 'explained'>
type Pair = { source: Identified; target: Identified }
/** The resources of a side that are to be paired, and any of the side by its number. */
export type Pairable = { all: Identified[]; at: Lookup }

/**
 * Pairs the resources of two sides as multisets (LK-04): those of equal L1, of equal L2 first; among them those that are
 * equal without any rule first. Equal L1 left with unequal L2 is a link difference (LK-03), what is then left is unpaired.
 */
export function pairRecords(source: Pairable, target: Pairable, shared: ReadonlySet<string>): Pairing {
  const matched = new Map<string, number>()
  const explained: Explained[] = []
  const linked: Pair[] = []
  const left: { source: Unpaired[]; target: Unpaired[] } = { source: [], target: [] }
  const groups = groupBoth(source.all, target.all)
  const unpaired = new Set<Identified>()
  for (const group of groups.values()) {
    const hasEqual = group.source.length > 0 && group.target.length > 0
    const pairs: Pair[] = []
    for (const by of [(one: Identified) => one.l2 + one.unruled, (one: Identified) => one.l2])
      takePairs(group, by, pairs)
    const rest = takePairs(group, () => '', [])
    for (const pair of rest) linked.push(pair)
    for (const pair of [...pairs, ...rest]) {
      matched.set(pair.source.type, (matched.get(pair.source.type) ?? 0) + 1)
      if (pair.source.unruled !== pair.target.unruled) explained.push(explainedBy(pair))
    }
    for (const side of ['source', 'target'] as const)
      for (const one of group[side]) {
        unpaired.add(one)
        left[side].push({ ...asResource(one), hasEqual })
      }
  }
  left.source.sort(byPlace)
  left.target.sort(byPlace)
  return {
    matched: Object.fromEntries([...matched].sort()),
    unpaired: left,
    links: linkDifferences(linked, source.at, target.at, unpaired, shared),
    explained,
  }
}

type Group = { source: Identified[]; target: Identified[] }

function groupBoth(source: Identified[], target: Identified[]): Map<string, Group> {
  const groups = new Map<string, Group>()
  for (const [side, all] of [['source', source] as const, ['target', target] as const])
    for (const one of all) {
      const group = groups.get(one.l1) ?? { source: [], target: [] }
      groups.set(one.l1, group)
      group[side].push(one)
    }
  return groups
}

/** Moves pairs that agree in `by` out of the group into `pairs`, in the order of files and lines. */
function takePairs(group: Group, by: (one: Identified) => string, pairs: Pair[]): Pair[] {
  const waiting = new Map<string, Identified[]>()
  for (const one of [...group.target].reverse()) {
    const same = waiting.get(by(one))
    if (same) same.push(one)
    else waiting.set(by(one), [one])
  }
  const taken = new Set<Identified>()
  for (const one of group.source) {
    const partner = waiting.get(by(one))?.pop()
    if (!partner) continue
    pairs.push({ source: one, target: partner })
    taken.add(one).add(partner)
  }
  group.source = group.source.filter((one) => !taken.has(one))
  group.target = group.target.filter((one) => !taken.has(one))
  return pairs
}

const explainedBy = ({ source, target }: Pair): Explained => ({
  source: asResource(source),
  target: asResource(target),
  rules: [...new Set([...source.rules, ...target.rules])],
})

/**
 * LK-03: a link difference is a neighbour's where every reference in which the two differ leads, on both sides, to nothing or to
 * a resource that is unpaired itself, or whose own links differ for that reason alone; a reference that was led to something
 * else that is there is a difference of its own. It grows from the unpaired outward, so that two resources that refer to each
 * other never excuse each other.
 */
function linkDifferences(
  pairs: Pair[],
  source: Lookup,
  target: Lookup,
  unpaired: ReadonlySet<Identified>,
  shared: ReadonlySet<string>,
): LinkDifference[] {
  const excused = new Set<Identified>(unpaired)
  const neighbours = new Set<Pair>()
  const isExcused = (pair: Pair, path: string): boolean => {
    const ends = [
      ...pair.source.links.map((link) => ({ ...link, at: source })),
      ...pair.target.links.map((link) => ({ ...link, at: target })),
    ].filter((link) => link.path === path)
    const there = ends.flatMap(({ to, at }) => (to === 'dangling' ? [] : [at(to)]))
    return there.length > 0 && there.every((one) => excused.has(one))
  }
  let waiting = pairs.map((pair) => ({ pair, paths: differingPaths(pair, source, target, shared) }))
  for (let before = -1; before < neighbours.size; ) {
    before = neighbours.size
    waiting = waiting.filter(({ pair, paths }) => {
      if (paths.length === 0 || !paths.every((path) => isExcused(pair, path))) return true
      neighbours.add(pair)
      excused.add(pair.source).add(pair.target)
      return false
    })
  }
  return pairs
    .sort((a, b) => byPlace(a.source, b.source))
    .map((pair) => ({
      source: asResource(pair.source),
      target: asResource(pair.target),
      neighbour: neighbours.has(pair),
    }))
}

function differingPaths(pair: Pair, source: Lookup, target: Lookup, shared: ReadonlySet<string>): string[] {
  const words = (one: Identified, at: Lookup) =>
    linkContributions(one, at, shared).map(([path, value]) => ({ path, word: JSON.stringify([path, value]) }))
  const [s, t] = [words(pair.source, source), words(pair.target, target)]
  const onlyIn = (a: typeof s, b: typeof s) => {
    const rest = b.map(({ word }) => word)
    return a.filter(({ word }) => {
      const at = rest.indexOf(word)
      if (at >= 0) rest.splice(at, 1)
      return at < 0
    })
  }
  return [...new Set([...onlyIn(s, t), ...onlyIn(t, s)].map(({ path }) => path))]
}

/** A resource as later stages see it, without what only this engine needs. */
export function asResource({ side, file, line, offset, length, type, patient, l0, l1 }: Identified): Resource {
  return { side, file, line, offset, length, type, patient, l0, l1 }
}

const byPlace = (a: Resource, b: Resource): number => a.file - b.file || a.line - b.line
