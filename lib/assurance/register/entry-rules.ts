import type { Day } from '@/lib/platform/days'
import { type CapabilityFinding, capabilityResults } from '../capability-rules'
import { knownOfRequirement } from '../carry-over-rules'
import { challengeOn } from '../challenges/challenge-rules'
import { clocksOf } from '../clocks/clocks-rules'
import {
  type CheckResult,
  checkWaivedUntil,
  type Finding,
  isSerious,
  type ModuleFacts,
  type RequirementKey,
} from '../facts'
import { factsCorrected, factsKnownOn } from '../facts-known-on'
import { permissionToBuy } from '../gate-rules'
import { labelOf, openOfRow } from '../label-rules'
import { type RequirementRow, standardRows } from '../standard-value-rules'
import { coverageOf } from './coverage-rules'
import {
  type CheckLine,
  type CorrectionLine,
  type DecisionLine,
  type EvidenceLine,
  entryNote,
  type FindingLine,
  type RegisterEntry,
  type RequirementLine,
  type StandardLine,
} from './register-view'

export type EntryOf = {
  moduleId: string
  moduleVersionId: string
  name: string
  version: string
  supplier: string
}
export type EntryFacts = { facts: ModuleFacts; capabilityFindings: CapabilityFinding[] }
/** Evidence that this reader may see, by its id, and the places of facts in the evidence log, by theirs. */
export type Around = { shown: Map<string, EvidenceLine>; logIndexes: Map<string, number> }

/**
 * The register entry of a module version at the end of a day (RG-01, RG-02): pure and total. As it was shown then, or, with
 * `corrected`, as that day is known now, and then every fact that came later is named.
 */
export function entryOf(
  of: EntryOf,
  loaded: EntryFacts,
  around: Around,
  { day, corrected }: { day: Day; corrected: boolean },
): RegisterEntry {
  const facts = corrected ? factsCorrected(loaded.facts, day) : factsKnownOn(loaded.facts, day)
  const capabilities = loaded.capabilityFindings.filter((f) => corrected || (f.knownOn ?? f.on) <= day)
  const { metCapabilityIds, failedCapabilityIds } = capabilityResults(capabilities, day)
  const result = (id: string) =>
    metCapabilityIds.includes(id) ? 'met' : failedCapabilityIds.includes(id) ? 'failed' : 'not assessed'
  return {
    ...of,
    asOf: day,
    corrected,
    label: labelOf(facts, day),
    gate: permissionToBuy(facts, facts.capabilityIds, day),
    standards: standardLines(facts, around, day),
    capabilities: facts.capabilityIds.map((id) => ({ id, result: result(id) })),
    nonConformities: [],
    missed: clocksOf(facts, facts.clockRules, day)
      .filter((clock) => clock.clock === 'CL-07' && clock.state === 'missed')
      .map(({ clock, dueOn, doneOn }) => ({ clock, dueOn, doneOn })),
    decisions: facts.decisions.map((decision) => decisionLine(decision, around)),
    corrections: corrected ? correctionsOf(loaded.facts, day) : [],
    note: entryNote,
  }
}

/** Facts that speak of that day or an earlier one, and came into the register after it. */
export function correctionsOf({ findings, decisions }: ModuleFacts, day: Day): CorrectionLine[] {
  const late = (f: { on: Day; knownOn?: Day }) => (f.knownOn ?? f.on) > day
  const line = (
    what: CorrectionLine['what'],
    f: { id: string; on: Day; knownOn?: Day; correctsId?: string | undefined },
  ) => ({
    what,
    id: f.id,
    correctsId: f.correctsId ?? null,
    recordedOn: f.knownOn ?? f.on,
  })
  const then = new Set(decisions.filter((d) => d.on <= day).map((d) => d.id))
  return [
    ...findings.filter((f) => f.on <= day && late(f)).map((f) => line('finding', f)),
    ...decisions.filter((d) => late(d) && d.correctsId && then.has(d.correctsId)).map((d) => line('decision', d)),
  ]
}

/** Each standard of a module with its requirements, from facts as they were known that day. */
export function standardLines(facts: ModuleFacts, around: Around, day: Day): StandardLine[] {
  return standardRows(facts, day).map((standard) => ({
    standardId: standard.standardId,
    name: standard.name,
    version: standard.version,
    overarching: standard.capabilityIds === null,
    value: standard.value,
    until:
      [standard.transitionEndsOn, ...standard.rows.map((r) => r.until)].filter((d): d is Day => d !== null).sort()[0] ??
      null,
    requirements: standard.rows.map((row) => requirementLine(row, facts, around, day)),
  }))
}

function requirementLine(row: RequirementRow, facts: ModuleFacts, around: Around, day: Day): RequirementLine {
  const { requirement, value, rule, until } = row
  const key = { standardVersionId: row.standardVersionId, requirementId: requirement.id }
  const known = knownOfRequirement(facts, key, day)
  const isOurs = (k: { standardVersionId: string; requirementId: string }) =>
    k.standardVersionId === row.standardVersionId && k.requirementId === requirement.id
  const plan = openOfRow(row, facts, day)
    .flatMap((nc) => nc.plans)
    .find((p) => p.acceptedOn !== null && p.supersededOn === null)
  const waiver = rule === 'D7' ? facts.waivers.find((w) => isOurs(w) && w.from <= day && day <= w.until) : undefined
  return {
    id: requirement.id,
    title: requirement.title ?? null,
    level: requirement.level,
    serious: isSerious(requirement),
    value,
    rule,
    until,
    findings: known.findings.map((finding) => findingLine(finding, facts, around)),
    checks: checkLines(requirement, known.checks, facts, around, day),
    plan: plan ? { kind: plan.kind, dueOn: plan.dueOn } : null,
    decision: waiver?.decisionId ? { id: waiver.decisionId, kind: 'WAIVE', until: waiver.until } : null,
    coverage: coverageOf(requirement),
  }
}

function findingLine(finding: Finding, facts: ModuleFacts, { shown, logIndexes }: Around): FindingLine {
  const evidence = finding.evidenceIds.flatMap((id) => shown.get(id) ?? [])
  return {
    id: finding.id,
    outcome: finding.outcome,
    on: finding.on,
    recordedOn: finding.knownOn ?? finding.on,
    validUntil: finding.validUntil,
    foundBy: finding.runId ? 'run' : 'assessor',
    signedBy: finding.runId ? 'runner' : 'reviewer',
    correctsId: finding.correctsId ?? null,
    carriedFrom: finding.carriedFrom ? carriedFromWords(facts, finding.carriedFrom) : null,
    evidence,
    evidenceNotShown: finding.evidenceIds.length - evidence.length,
    logIndex: logIndexes.get(finding.id) ?? null,
  }
}

/** The newest result of each check that speaks to the requirement, with its place in the log. */
function checkLines(
  { checks }: RequirementRow['requirement'],
  known: CheckResult[],
  facts: ModuleFacts,
  { logIndexes }: Around,
  day: Day,
): CheckLine[] {
  return checks.flatMap(({ id, strength }) => {
    const newest = known.filter((c) => c.check === id).reduce<CheckResult | undefined>(later, undefined)
    if (!newest?.runId) return []
    const { run: kind, result, message = '', on, runId } = newest
    const logIndex = logIndexes.get(runId) ?? null
    const waivedUntil = checkWaivedUntil(newest, day)
    const challenged = challengeOn(facts, id, day)
    const more = { ...(waivedUntil && { waivedUntil }), ...(challenged && { challenged }) }
    return [{ check: id, strength, kind, result, message, on, runId, logIndex, ...more }]
  })
}
const later = (a: CheckResult | undefined, b: CheckResult): CheckResult =>
  !a || b.on > a.on || (b.on === a.on && b.seq > a.seq) ? b : a

function carriedFromWords(facts: ModuleFacts, from: RequirementKey): string {
  const version = facts.standards.flatMap((s) => s.versions).find((v) => v.id === from.standardVersionId)
  return `${from.requirementId} of ${version?.standardId ?? 'an older version'} ${version?.version ?? ''}`.trim()
}

const decisionLine = (d: ModuleFacts['decisions'][number], { logIndexes }: Around): DecisionLine => ({
  id: d.id,
  kind: d.kind,
  on: d.on,
  effectiveFrom: d.effectiveFrom,
  appealUntil: d.appealUntil ?? null,
  reason: d.reason,
  basis: d.basis ?? null,
  correctsId: d.correctsId ?? null,
  logIndex: logIndexes.get(d.id) ?? null,
})
