import type { Day } from '@/lib/platform/days'
import { isMandatory, type ModuleFacts, type Requirement, type Standard, type StandardVersion } from './facts'
import { type RequirementValue, requirementValue, type Value } from './requirement-value-rules'

/** From worst to best. UNKNOWN is worse than LAPSED, so that lost evidence never looks better (DV-01). */
const worstFirst: Value[] = [
  'BREACHED',
  'UNKNOWN',
  'LAPSED',
  'WORK_OFF',
  'WAIVED',
  'MET',
  'MET_MACHINE',
  'NOT_APPLICABLE',
]
/** Greater is better; the three that are met rank alike. */
export const rankOf = (value: Value): number => Math.min(worstFirst.indexOf(value), worstFirst.indexOf('MET'))

export type RequirementRow = RequirementValue & { standardVersionId: string; requirement: Requirement }
export type StandardRow = {
  standardId: string
  name: string
  capabilityIds: string[] | null
  version: string
  value: Value
  /** The next version of it has been met already. */
  ahead: boolean
  /** The day the version met here stops counting, because a newer one binds after it. */
  transitionEndsOn: Day | null
  rows: RequirementRow[]
}

/** Whether a version counts for this module on that day (SV-03): published, not retired or withdrawn, no newer one binds. */
export function isAcceptable(version: StandardVersion, standard: Standard, facts: ModuleFacts, day: Day): boolean {
  return isInForce(version, day) && !standard.versions.some((v) => isNewerVersion(v, version) && binds(v, facts, day))
}

/** Every standard that applies to what the module claims, with its value on that day. */
export function standardRows(facts: ModuleFacts, today: Day): StandardRow[] {
  return facts.standards
    .filter((s) => s.capabilityIds === null || s.capabilityIds.some((c) => facts.capabilityIds.includes(c)))
    .flatMap((standard) => standardRow(standard, facts, today) ?? [])
}

function standardRow(standard: Standard, facts: ModuleFacts, today: Day): StandardRow | undefined {
  const acceptable = standard.versions.filter((v) => isAcceptable(v, standard, facts, today))
  const candidates = acceptable.map((version) => versionRow(version, standard, facts, today))
  const best = candidates.reduce<StandardRow | undefined>(
    (top, row) => (!top || rankOf(row.value) > rankOf(top.value) ? row : top),
    undefined,
  )
  if (!best) return undefined
  const binding = standard.versions
    .filter((v) => isInForce(v, today) && (v.effectiveOn ?? '') <= today)
    .map((v) => v.version)
  return { ...best, ahead: isMet(best.value) && !binding.includes(best.version) }
}

function versionRow(version: StandardVersion, standard: Standard, facts: ModuleFacts, today: Day): StandardRow {
  const metOlderVersion = standard.versions.some(
    (v) => isNewerVersion(version, v) && !isAcceptable(v, standard, facts, today) && wasMetAlone(v, facts, today),
  )
  const rows = version.requirements.map((requirement) => valueRow(version, requirement, facts, today, metOlderVersion))
  const successor = standard.versions.find((v) => isNewerVersion(v, version) && v.transitionEndsOn !== null)
  return {
    standardId: standard.id,
    name: standard.name,
    capabilityIds: standard.capabilityIds,
    version: version.version,
    value: worst(rows.filter((row) => isMandatory(row.requirement)).map((row) => row.value)),
    ahead: false,
    transitionEndsOn: successor?.transitionEndsOn ?? null,
    rows,
  }
}

function valueRow(
  version: StandardVersion,
  requirement: Requirement,
  facts: ModuleFacts,
  today: Day,
  metOlderVersion: boolean,
): RequirementRow {
  const isOurs = (k: { standardVersionId: string; requirementId: string }) =>
    k.standardVersionId === version.id && k.requirementId === requirement.id
  const value = requirementValue(
    {
      requirement,
      applies: true,
      findings: facts.findings.filter(isOurs),
      evidence: facts.evidence,
      checks: facts.checks.filter(isOurs),
      nonConformities: facts.nonConformities.filter(isOurs),
      waivers: facts.waivers.filter(isOurs),
      metOlderVersion,
      clockRules: facts.clockRules,
    },
    today,
  )
  return { ...value, standardVersionId: version.id, requirement }
}

/** Whether every mandatory requirement of an older version was found met, whenever that was. */
function wasMetAlone(version: StandardVersion, facts: ModuleFacts, today: Day): boolean {
  const mandatory = version.requirements.filter(isMandatory)
  const was: Value[] = ['MET', 'MET_MACHINE', 'LAPSED', 'NOT_APPLICABLE']
  return mandatory.length > 0 && mandatory.every((r) => was.includes(valueRow(version, r, facts, today, false).value))
}

/** The worst of the mandatory values; none at all proves nothing. */
function worst(values: Value[]): Value {
  if (values.length === 0) return 'UNKNOWN'
  return values.reduce((a, b) => (worstFirst.indexOf(b) < worstFirst.indexOf(a) ? b : a))
}

const isMet = (value: Value) => rankOf(value) === rankOf('MET')

function isInForce(version: StandardVersion, day: Day): boolean {
  const published = version.asserted !== null || (version.publishedOn ?? version.effectiveOn ?? '9999-12-31') <= day
  const over = [version.retiredOn, version.withdrawnOn].some((end) => end !== null && end <= day)
  return published && !over
}

/** An entrant is bound from the effective day; who was listed before it has until the transition's end, unless changed majorly. */
function binds(version: StandardVersion, facts: ModuleFacts, day: Day): boolean {
  if (!isInForce(version, day)) return false
  if (version.effectiveOn === null) return version.asserted === 'EFFECTIVE'
  const listed = facts.decisions.filter((d) => d.kind === 'LIST' && d.effectiveFrom < version.effectiveOn!)
  const isIncumbent = listed.length > 0 && facts.changeImpact !== 'MAJOR'
  return isIncumbent ? day > (version.transitionEndsOn ?? version.effectiveOn) : day >= version.effectiveOn
}

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
