/** What a module’s text may say of another (DEP-1). Requires replaces the principal and additional services of old. */
export const relations = ['requires', 'works-with', 'conflicts'] as const
export type Relation = (typeof relations)[number]

export const relationWords: Record<Relation, string> = {
  requires: 'Needs',
  'works-with': 'Works with',
  conflicts: 'Cannot run beside',
}

/** One thing said of others: of a capability, or of named modules, of which one is enough where it is a need. */
export type Dependency = {
  relation: Relation
  capabilityId?: string | undefined
  moduleIds?: string[] | undefined
  /** The oldest version that will do. */
  minimumVersion?: string | null | undefined
  note?: string | null | undefined
}

export const mostDependencies = 30
export const mostNote = 500

/** The fields of a listing in which it speaks of others. */
export type SaysOfOthers = {
  requires: string[]
  conflicts?: string[] | undefined
  worksWith?: string[] | undefined
  dependencies?: Dependency[] | undefined
}

/** Everything a text says of others, whichever shape it was written in: the older ones hold ids alone. */
export function dependenciesOf({ requires, conflicts, worksWith, dependencies = [] }: SaysOfOthers): Dependency[] {
  const said = new Set(dependencies.flatMap((d) => d.capabilityId ?? []))
  const named = (relation: Relation, ids: string[] = []) => ids.map((id) => ({ relation, moduleIds: [id] }))
  return [
    ...requires.filter((id) => !said.has(id)).map((capabilityId) => ({ relation: 'requires' as const, capabilityId })),
    ...dependencies,
    ...named('works-with', worksWith),
    ...named('conflicts', conflicts),
  ]
}

/** The modules that a text names, each once. */
export const namedModules = (said: SaysOfOthers): string[] => [
  ...new Set(dependenciesOf(said).flatMap((d) => d.moduleIds ?? [])),
]

/** Capabilities that some other module must bring, each once. */
export const neededCapabilities = (said: SaysOfOthers): string[] => [
  ...new Set(dependenciesOf(said).flatMap((d) => (d.relation === 'requires' ? (d.capabilityId ?? []) : []))),
]

/** What is said of that one module. */
export const saidOf = (said: SaysOfOthers, moduleId: string): Dependency[] =>
  dependenciesOf(said).filter((d) => d.moduleIds?.includes(moduleId))

/** Why these cannot all be said; nothing where they can. `moduleId` is the one that says it. */
export function contradictionOf(dependencies: Dependency[], moduleId?: string): string | undefined {
  const pairs = dependencies.flatMap(({ relation, moduleIds = [] }) => moduleIds.map((id) => ({ id, relation })))
  if (pairs.some(({ id }) => id === moduleId)) return 'A module cannot name itself'
  const keys = pairs.map(({ id, relation }) => `${relation}/${id}`)
  if (new Set(keys).size < keys.length) return 'The same is said twice of one module'
  const clashing = new Set(pairs.filter((p) => p.relation === 'conflicts').map((p) => p.id))
  return pairs.some((p) => p.relation !== 'conflicts' && clashing.has(p.id))
    ? 'A module cannot conflict with one that it needs or works with'
    : undefined
}
