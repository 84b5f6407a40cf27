import type { Day } from '@/lib/platform/days'
import { knownOfRequirement } from './carry-over-rules'
import { isMandatory, type ModuleFacts, type Requirement, type Standard, type StandardVersion } from './facts'
import { type RequirementValue, requirementValue, type Value, wasMetOnce } from './requirement-value-rules'
import { isNewerVersion, newerThan, olderThan } from './version-order-rules'

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
export const isAcceptable = (version: StandardVersion, facts: ModuleFacts, day: Day): boolean =>
  isInForce(version, day) && !newerThan(version, facts.standards).some((v) => binds(v, facts, day))

/** Every standard that applies to what the module claims, with its value on that day. */
export function standardRows(facts: ModuleFacts, today: Day): StandardRow[] {
  return facts.standards.filter((s) => appliesTo(s, facts)).flatMap((s) => standardRow(s, facts, today) ?? [])
}

export const appliesTo = (standard: Standard, facts: ModuleFacts): boolean =>
  standard.capabilityIds === null || standard.capabilityIds.some((c) => facts.capabilityIds.includes(c))

/**
 * Each acceptable version of a standard as if it alone counted: what the module is measured by is one of them (DV-01). Label,
 * gate and register ask for the same facts and day: it is worked out once for all of them, and forgotten with the facts.
 */
export function acceptableRows(standard: Standard, facts: ModuleFacts, today: Day): StandardRow[] {
  const byStandard = workedOut.get(facts) ?? new WeakMap<Standard, Map<Day, StandardRow[]>>()
  workedOut.set(facts, byStandard)
  const byDay = byStandard.get(standard) ?? new Map<Day, StandardRow[]>()
  byStandard.set(standard, byDay)
  const known = byDay.get(today)
  if (known) return known
  const rows = standard.versions
    .filter((version) => isAcceptable(version, facts, today))
    .map((version) => versionRow(version, standard, facts, today))
  byDay.set(today, rows)
  return rows
}
const workedOut = new WeakMap<ModuleFacts, WeakMap<Standard, Map<Day, StandardRow[]>>>()

function standardRow(standard: Standard, facts: ModuleFacts, today: Day): StandardRow | undefined {
  const best = acceptableRows(standard, facts, today).reduce<StandardRow | undefined>(
    (top, row) => (!top || isBetter(row, top) ? row : top),
    undefined,
  )
  if (!best) return undefined
  const binding = standard.versions
    .filter((v) => isInForce(v, today) && (v.effectiveOn ?? '') <= today)
    .map((v) => v.version)
  return { ...best, ahead: isMet(best.value) && !binding.includes(best.version) }
}

/** The better value; of two that are met, the newer version, for it lasts longer. */
function isBetter(row: StandardRow, top: StandardRow): boolean {
  const [a, b] = [rankOf(row.value), rankOf(top.value)]
  return a > b || (a === b && isMet(row.value) && isNewerVersion(row, top))
}

/** One version as if it alone counted. */
export function versionRow(version: StandardVersion, standard: Standard, facts: ModuleFacts, today: Day): StandardRow {
  const metOlderVersion = olderThan(version, facts.standards).some(
    (v) => !isAcceptable(v, facts, today) && wasMetAlone(v, facts, today),
  )
  const rows = version.requirements.map((requirement) => valueRow(version, requirement, facts, today, metOlderVersion))
  const successor = newerThan(version, facts.standards).find(
    (v) => v.transitionEndsOn !== null && v.withdrawnOn === null,
  )
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
  const known = knownOfRequirement(facts, { standardVersionId: version.id, requirementId: requirement.id }, today)
  const { evidence, clockRules } = facts
  const value = requirementValue({ requirement, applies: true, ...known, evidence, metOlderVersion, clockRules }, today)
  return { ...value, standardVersionId: version.id, requirement }
}

/** Whether every mandatory requirement of an older version was found met, whenever that was, and none is breached. */
function wasMetAlone(version: StandardVersion, facts: ModuleFacts, today: Day): boolean {
  const mandatory = version.requirements.filter(isMandatory)
  return (
    mandatory.length > 0 &&
    mandatory.every((requirement) => {
      const key = { standardVersionId: version.id, requirementId: requirement.id }
      const { findings, checks } = knownOfRequirement(facts, key, today)
      const breached = valueRow(version, requirement, facts, today, false).value === 'BREACHED'
      return !breached && wasMetOnce(findings, checks, requirement, today)
    })
  )
}

/** The worst of the mandatory values; none at all proves nothing. */
function worst(values: Value[]): Value {
  if (values.length === 0) return 'UNKNOWN'
  return values.reduce((a, b) => (worstFirst.indexOf(b) < worstFirst.indexOf(a) ? b : a))
}

const isMet = (value: Value) => rankOf(value) === rankOf('MET')

export function isInForce(version: StandardVersion, day: Day): boolean {
  const published = version.asserted !== null || (version.publishedOn ?? version.effectiveOn ?? '9999-12-31') <= day
  const over = [version.retiredOn, version.withdrawnOn].some((end) => end !== null && end <= day)
  return published && !over
}

/** An entrant is bound from the effective day; who was listed before it has until the transition's end, unless changed majorly. */
export function binds(version: StandardVersion, facts: ModuleFacts, day: Day): boolean {
  if (!isInForce(version, day)) return false
  if (version.effectiveOn === null) return version.asserted === 'EFFECTIVE'
  const listed = facts.decisions.filter((d) => d.kind === 'LIST' && d.effectiveFrom < version.effectiveOn!)
  const isIncumbent = listed.length > 0 && facts.changeImpact !== 'MAJOR'
  return isIncumbent ? day > (version.transitionEndsOn ?? version.effectiveOn) : day >= version.effectiveOn
}
