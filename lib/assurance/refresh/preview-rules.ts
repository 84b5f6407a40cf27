import { addDays, type Day } from '@/lib/platform/days'
import type { ModuleFacts, StandardVersion } from '../facts'
import { isListed, isWithdrawn, labelOf } from '../label-rules'
import { appliesTo, rankOf, standardRows } from '../standard-value-rules'
import type { ModuleUsage } from './usage'

/** What a refresh does to a module: something must be assessed anew, a word of the supplier is enough, or nothing. */
export type Effect = 'lapses' | 'must-act' | 'unaffected'
export const effects: Effect[] = ['lapses', 'must-act', 'unaffected']
export const effectWords: Record<Effect, string> = {
  lapses: 'Lapses',
  'must-act': 'Must act',
  unaffected: 'Unaffected',
}

export type RefreshModule = { facts: ModuleFacts; name: string; supplierId: string; supplier: string }
export type ModuleEffect = {
  moduleVersionId: string
  name: string
  supplier: string
  effect: Effect
  /** Its label on each of the days, without and with the new version. */
  labels: { day: Day; without: string; with: string }[]
}
export type Counts = { modules: number; suppliers: number; contracts: number; practices: number; patients: number }
export type RefreshPreview = {
  days: Day[]
  counts: Record<Effect, Counts>
  modules: ModuleEffect[]
  /** The part of all practices, 0 to 1, that use what lapses. */
  lapsingShare: number
}

/** RF-02: the days on which it is asked what the version does. */
export const previewDays = ({ publishedOn, effectiveOn, transitionEndsOn }: StandardVersion): Day[] => [
  ...new Set([publishedOn, effectiveOn, transitionEndsOn && addDays(transitionEndsOn, 1)].filter((d): d is Day => !!d)),
]

type Shown = ModuleEffect & { supplierId: string }

/** RF-02: the derivation of every listed module on those days, with the version and without it. Writes nothing. */
export const previewRefresh = (
  modules: RefreshModule[],
  version: StandardVersion,
  usage: ModuleUsage,
): RefreshPreview => summaryOf(effectsOf(modules, version), version, usage)

/** The same of some modules: their facts may be forgotten after it. */
export function effectsOf(modules: RefreshModule[], version: StandardVersion): Shown[] {
  const days = previewDays(version)
  const insert = insertOf(version)
  return modules.flatMap(({ facts, name, supplier, supplierId }): Shown[] => {
    const [first] = days
    if (!first || !isListed(facts, first) || isWithdrawn(facts, first)) return []
    const withIt: ModuleFacts = { ...facts, standards: insert(facts) }
    const labels = days.map((day) => ({ day, without: labelOf(facts, day).words, with: labelOf(withIt, day).words }))
    const effect = effectOf(facts, withIt, version, days)
    return [{ moduleVersionId: facts.moduleVersionId, name, supplier, supplierId, effect, labels }]
  })
}

export function summaryOf(shown: Shown[], version: StandardVersion, usage: ModuleUsage): RefreshPreview {
  const counts = countsOf(shown, usage)
  const lapsingShare = usage.practiceCount === 0 ? 0 : counts.lapses.practices / usage.practiceCount
  const modules = shown.map(({ supplierId: _, ...rest }) => rest)
  return { days: previewDays(version), counts, modules, lapsingShare }
}

/**
 * What the version does to one module on any of these days. Worse with it than without it: it must act where declaring again
 * would be enough, else it lapses.
 */
export function effectOf(without: ModuleFacts, withIt: ModuleFacts, version: StandardVersion, days: Day[]): Effect {
  const standard = withIt.standards.find((s) => s.versions.some((v) => v.id === version.id))
  if (!standard || !appliesTo(standard, withIt)) return 'unaffected'
  const isWorse = (facts: ModuleFacts) => days.some((day) => worst(facts, version, day) < worst(without, version, day))
  if (!isWorse(withIt)) return 'unaffected'
  return isWorse(redeclaredAll(withIt, version)) ? 'lapses' : 'must-act'
}

/** The rank of the standards that the version touches; what does not apply yet cannot get worse. */
function worst(facts: ModuleFacts, version: StandardVersion, day: Day): number {
  const touched = new Set(
    facts.standards
      .filter((s) => s.id === version.standardId || s.versions.some((v) => version.replaces?.includes(v.id)))
      .map((s) => s.id),
  )
  return Math.min(
    ...standardRows(facts, day)
      .filter((row) => touched.has(row.standardId))
      .map((row) => rankOf(row.value)),
    rankOf('NOT_APPLICABLE'),
  )
}

const redeclaredAll = (facts: ModuleFacts, version: StandardVersion): ModuleFacts => ({
  ...facts,
  redeclarations: [
    ...(facts.redeclarations ?? []),
    ...version.requirements.map((r) => ({ standardVersionId: version.id, requirementId: r.id, on: '0000-01-01' })),
  ],
})

/** All modules share their standards: the version is put among them once. */
function insertOf(version: StandardVersion): (facts: ModuleFacts) => ModuleFacts['standards'] {
  const made = new Map<ModuleFacts['standards'], ModuleFacts['standards']>()
  return ({ standards }) => {
    const known =
      made.get(standards) ??
      standards.map((s) =>
        s.id === version.standardId
          ? { ...s, versions: [...s.versions.filter((v) => v.id !== version.id), version] }
          : s,
      )
    made.set(standards, known)
    return known
  }
}

/** A practice or contract counts once, under the worst that it meets. */
function countsOf(modules: Shown[], usage: ModuleUsage): RefreshPreview['counts'] {
  const seen = { suppliers: new Set<string>(), contracts: new Set<string>(), practices: new Set<string>() }
  const counted = effects.map((effect): [Effect, Counts] => {
    const here = modules.filter((m) => m.effect === effect)
    const ids = new Set(here.map((m) => m.moduleVersionId))
    const contracts = usage.contracts.filter((c) => ids.has(c.moduleVersionId))
    const fresh = (set: Set<string>, all: string[]) => {
      const found = [...new Set(all)].filter((id) => !set.has(id))
      for (const id of found) set.add(id)
      return found
    }
    const practices = fresh(
      seen.practices,
      contracts.map((c) => c.practiceId),
    )
    return [
      effect,
      {
        modules: here.length,
        suppliers: fresh(
          seen.suppliers,
          here.map((m) => m.supplierId),
        ).length,
        contracts: fresh(
          seen.contracts,
          contracts.map((c) => c.id),
        ).length,
        practices: practices.length,
        patients: practices.reduce((sum, id) => sum + (usage.patients[id] ?? 0), 0),
      },
    ]
  })
  return Object.fromEntries(counted) as RefreshPreview['counts']
}
