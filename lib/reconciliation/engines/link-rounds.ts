import type { Fingerprint } from './fingerprint'
import type { Identified, IdentifiedSide } from './identified-side'

/** The resource of a number, on one side. */
export type Lookup = (to: number) => Identified

/**
 * What a resource's references add to its L2, sorted: each path with the L1 of what it leads to. A reference to a patient
 * adds the patient's key, which L1 has already: a changed address must not change all that the patient has. Where the L1
 * of a target is `shared` by several resources, its own L2 of the round before tells them apart (LK-02).
 */
export function linkContributions(one: Identified, at: Lookup, shared: ReadonlySet<string>): [string, string][] {
  return one.links
    .map(({ path, to }): [string, string] => {
      if (to === 'dangling') return [path, 'dangling']
      const target = at(to)
      if (target.type === 'Patient' && target.patient !== null) return [path, `patient ${target.patient}`]
      return [path, shared.has(target.l1) ? target.l2 : target.l1]
    })
    .sort(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1))
}

/**
 * LK-01 and LK-02: gives every resource of both sides its L2. Rounds follow each other while they tell more resources apart
 * than the one before. The answer is the set of L1 that several resources of one side share.
 */
export function runLinkRounds(sides: IdentifiedSide[], fingerprint: Fingerprint): Set<string> {
  const shared = sharedFingerprints(sides)
  const l2 = (one: Identified, all: Identified[], shared: ReadonlySet<string>) =>
    one.links.length === 0
      ? one.l1
      : fingerprint(
          'L2',
          one.l1,
          linkContributions(one, (to) => all[to]!, shared),
        )
  assign(sides, (one, all) => l2(one, all, new Set()))
  const again = sides.map(({ all }) =>
    all.filter(({ links }) => links.some(({ to }) => to !== 'dangling' && shared.has(all[to]!.l1))),
  )
  if (again.every((some) => some.length === 0)) return shared
  for (let before = 0, now = classes(sides); now > before; ) {
    const next = sides.map(({ all }, side) => again[side]!.map((one) => l2(one, all, shared)))
    for (const [side, values] of next.entries())
      for (const [at, value] of values.entries()) again[side]![at]!.l2 = value
    before = now
    now = classes(sides)
  }
  return shared
}

/** LK-02: resources that something refers to and that no round tells from another of their side; the side with more counts. */
export function countIndistinguishable(sides: IdentifiedSide[]): number {
  const counts = sides.map(({ all }) => {
    const groups = new Map<string, number>()
    for (const one of all) if (one.isReferred) groups.set(one.l2, (groups.get(one.l2) ?? 0) + 1)
    return [...groups.values()].filter((n) => n > 1).reduce((sum, n) => sum + n, 0)
  })
  return Math.max(...counts)
}

function sharedFingerprints(sides: IdentifiedSide[]): Set<string> {
  const shared = new Set<string>()
  for (const { all } of sides) {
    const seen = new Set<string>()
    for (const { l1 } of all) {
      if (seen.has(l1)) shared.add(l1)
      seen.add(l1)
    }
  }
  return shared
}

function assign(sides: IdentifiedSide[], value: (one: Identified, all: Identified[]) => string): void {
  for (const { all } of sides) for (const one of all) one.l2 = value(one, all)
}

const classes = (sides: IdentifiedSide[]): number => new Set(sides.flatMap(({ all }) => all.map(({ l2 }) => l2))).size
