import type { Day } from '@/lib/platform/days'
import type { CheckResult, Finding, ModuleFacts, NonConformity, Requirement, RequirementKey, Waiver } from './facts'

/** Everything known of one requirement, found there or carried over from older versions. */
export type KnownOfRequirement = {
  findings: Finding[]
  checks: CheckResult[]
  nonConformities: NonConformity[]
  waivers: Waiver[]
}

/** An older requirement whose facts count here, and the last day on which what speaks for the module does. */
type Origin = RequirementKey & { until: Day | null }

/**
 * RF-01: what is SAME carries over as it is. What is REWORDED carries over too, but after the new version's transition only
 * where the supplier has declared again that it is met; what speaks against the module carries over in any case. Each carried
 * fact names where it was found.
 */
export function knownOfRequirement(facts: ModuleFacts, key: RequirementKey, today: Day): KnownOfRequirement {
  const index = indexOf(facts)
  const own = index.facts.get(wordOf(key)) ?? nothing
  const origins = originsOf(index, facts, key, today)
  if (origins.length === 0) return own
  const known: KnownOfRequirement = {
    findings: [...own.findings],
    checks: [...own.checks],
    nonConformities: [...own.nonConformities],
    waivers: [...own.waivers],
  }
  for (const { until, ...from } of origins) {
    const there = index.facts.get(wordOf(from))
    if (!there) continue
    const here = { ...key, carriedFrom: from }
    for (const finding of there.findings)
      known.findings.push({
        ...finding,
        ...here,
        validUntil: finding.outcome === 'NOT_MET' ? finding.validUntil : sooner(finding.validUntil, until),
      })
    for (const check of there.checks)
      known.checks.push({ ...check, ...key, validUntil: check.result === 'PASS' ? until : null })
    for (const nonConformity of there.nonConformities) known.nonConformities.push({ ...nonConformity, ...key })
    for (const waiver of there.waivers)
      known.waivers.push({ ...waiver, ...key, until: sooner(waiver.until, until) ?? waiver.until })
  }
  return known
}

/** Rewordings on the way to this requirement that still wait for the supplier's word, with the last day for it. */
export function waitingRewordings(facts: ModuleFacts, key: RequirementKey, today: Day): Day | null {
  return originsOf(indexOf(facts), facts, key, today).reduce<Day | null>((first, o) => sooner(first, o.until), null)
}

function originsOf(index: Index, facts: ModuleFacts, key: RequirementKey, today: Day): Origin[] {
  const found: Origin[] = []
  const seen = new Set([wordOf(key)])
  const walk = (at: RequirementKey, until: Day | null): void => {
    const there = index.requirements.get(wordOf(at))
    for (const { kind, standardVersionId, requirementId } of there?.requirement.carriedFrom ?? []) {
      const from = { standardVersionId, requirementId }
      if (seen.has(wordOf(from))) continue
      seen.add(wordOf(from))
      const bound = kind === 'REWORDED' && !isRedeclared(facts, at, today) ? there!.transitionEndsOn : null
      const origin = { ...from, until: sooner(until, bound) }
      found.push(origin)
      walk(from, origin.until)
    }
  }
  walk(key, null)
  return found
}

const isRedeclared = (facts: ModuleFacts, key: RequirementKey, today: Day): boolean =>
  facts.redeclarations?.some((r) => wordOf(r) === wordOf(key) && r.on <= today) ?? false

type Placed = { requirement: Requirement; transitionEndsOn: Day | null }
type Index = { facts: Map<string, KnownOfRequirement>; requirements: Map<string, Placed> }

const nothing: KnownOfRequirement = { findings: [], checks: [], nonConformities: [], waivers: [] }
const wordOf = ({ standardVersionId, requirementId }: RequirementKey) => `${standardVersionId}/${requirementId}`
const sooner = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b < a) ? b : a)

/** Each set of facts is sorted once, by requirement: a module with 400 of them is asked 400 times. Forgotten with the facts. */
const indexes = new WeakMap<ModuleFacts, Index>()
const requirementIndexes = new WeakMap<ModuleFacts['standards'], Index['requirements']>()

function indexOf(facts: ModuleFacts): Index {
  const known = indexes.get(facts)
  if (known) return known
  const sorted: Index['facts'] = new Map()
  const at = (key: RequirementKey) => {
    const word = wordOf(key)
    if (!sorted.has(word)) sorted.set(word, { findings: [], checks: [], nonConformities: [], waivers: [] })
    return sorted.get(word)!
  }
  for (const finding of facts.findings) at(finding).findings.push(finding)
  for (const check of facts.checks) at(check).checks.push(check)
  for (const nonConformity of facts.nonConformities) at(nonConformity).nonConformities.push(nonConformity)
  for (const waiver of facts.waivers) at(waiver).waivers.push(waiver)
  const index = { facts: sorted, requirements: requirementsOf(facts.standards) }
  indexes.set(facts, index)
  return index
}

/** Standards are shared by all modules: sorted once for all of them. */
function requirementsOf(standards: ModuleFacts['standards']): Index['requirements'] {
  const known = requirementIndexes.get(standards)
  if (known) return known
  const all: Index['requirements'] = new Map()
  for (const version of standards.flatMap((s) => s.versions))
    for (const requirement of version.requirements)
      all.set(wordOf({ standardVersionId: version.id, requirementId: requirement.id }), {
        requirement,
        transitionEndsOn: version.transitionEndsOn,
      })
  requirementIndexes.set(standards, all)
  return all
}
