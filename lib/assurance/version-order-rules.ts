import type { Standard, StandardVersion } from './facts'

/** Versions compare number by number: 2.0.10 is newer than 2.0.9. */
export function isNewerVersion(a: { version: string }, b: { version: string }): boolean {
  const [x, y] = [a.version, b.version].map((v) => v.split('.').map((n) => Number.parseInt(n, 10) || 0)) as [
    number[],
    number[],
  ]
  const at = Array.from({ length: Math.max(x.length, y.length) }, (_, i) => (x[i] ?? 0) - (y[i] ?? 0)).find(
    (d) => d !== 0,
  )
  return (at ?? 0) > 0
}

/** What takes the place of a version: newer ones of its own standard, and such of other standards as replace it (FA-01, n to m). */
export function newerThan(version: StandardVersion, standards: Standard[]): StandardVersion[] {
  const { own, replacing } = indexOf(standards)
  const siblings = own.get(version.id) ?? []
  return [
    ...siblings.filter((v) => isNewerVersion(v, version)),
    ...replacing.filter((v) => !siblings.includes(v) && v.replaces!.includes(version.id)),
  ]
}

/** What a version takes the place of. */
export function olderThan(version: StandardVersion, standards: Standard[]): StandardVersion[] {
  const { own, byId } = indexOf(standards)
  const siblings = own.get(version.id) ?? []
  const replaced = (version.replaces ?? []).flatMap((id) => byId.get(id) ?? [])
  return [...siblings.filter((v) => isNewerVersion(version, v)), ...replaced.filter((v) => !siblings.includes(v))]
}

type Index = {
  own: Map<string, StandardVersion[]>
  byId: Map<string, StandardVersion>
  /** The few versions that replace others. */
  replacing: StandardVersion[]
}
/** Standards are shared by all modules: looked through once for all of them. */
const indexes = new WeakMap<Standard[], Index>()
function indexOf(standards: Standard[]): Index {
  const known = indexes.get(standards)
  if (known) return known
  const versions = standards.flatMap((s) => s.versions)
  const index = {
    own: new Map(standards.flatMap((s) => s.versions.map((v) => [v.id, s.versions] as const))),
    byId: new Map(versions.map((v) => [v.id, v] as const)),
    replacing: versions.filter((v) => v.replaces?.length),
  }
  indexes.set(standards, index)
  return index
}
