import { addDays, type Day } from '@/lib/platform/days'
import { isExpired, isLive, isPlanClockMissed } from './clock-rules'
import type { ClockRule } from './clocks/clock-rule'
import {
  type CheckResult,
  checkWaivedUntil,
  type Evidence,
  type Finding,
  isSerious,
  type NonConformity,
  type Requirement,
  type Waiver,
} from './facts'

export type Value = 'NOT_APPLICABLE' | 'MET' | 'MET_MACHINE' | 'WAIVED' | 'WORK_OFF' | 'LAPSED' | 'UNKNOWN' | 'BREACHED'
export type Rule = 'D1' | 'D2a' | 'D2b' | 'D2c' | 'D3' | 'D4' | 'D5' | 'D6' | 'D7' | 'D8' | 'D9'

export type RequirementFacts = {
  requirement: Requirement
  applies: boolean
  findings: Finding[]
  evidence: Evidence[]
  checks: CheckResult[]
  nonConformities: NonConformity[]
  waivers: Waiver[]
  /** An older version of the standard was met and is no longer acceptable (D8). */
  metOlderVersion: boolean
  /** The clocks' figures; those that were shipped where left out. */
  clockRules?: ClockRule[] | undefined
}
/** `until`: the last day on which what carries this value is in date; null where nothing runs out. */
export type RequirementValue = { value: Value; rule: Rule; until: Day | null }

/** The rules that say that nothing more is known than that it was met once, or that it never was. */
export const wasMetOnce = (
  findings: Finding[],
  checks: CheckResult[],
  requirement: Requirement,
  today: Day,
): boolean => {
  const full = requirement.checks.some((c) => c.strength === 'FULL')
  const hasPassed = (id: string) =>
    checks.some((c) => c.check === id && c.result === 'PASS' && c.on <= today && isConclusive(c, today))
  return (
    findings.some((f) => f.signed && f.on <= today && f.outcome !== 'NOT_MET') ||
    (full && requirement.checks.every((c) => hasPassed(c.id)))
  )
}

/** The value of one requirement on one day: the first rule that matches (assurance §5). Total: every set of facts has one. */
export function requirementValue(facts: RequirementFacts, today: Day): RequirementValue {
  const findings = withoutCorrected(facts.findings.filter((f) => f.signed && f.on <= today && !isVoided(f, today)))
  const checks = facts.checks.filter((c) => isConclusive(c, today) && c.on <= today)
  const open = facts.nonConformities.filter(
    (nc) => nc.determinedOn <= today && !(nc.closedOn !== null && nc.closedOn <= today),
  )
  const waiver = facts.waivers.find((w) => w.from <= today && today <= w.until && !isSerious(facts.requirement))
  const notMet = newest(findings.filter((f) => f.outcome === 'NOT_MET'))
  const met = newest(findings.filter((f) => f.outcome === 'MET'))
  const fail = newest(checks.filter((c) => c.result === 'FAIL'))
  const give = (value: Value, rule: Rule, until: Day | null = null) => ({ value, rule, until })

  if (!facts.applies) return give('NOT_APPLICABLE', 'D1')
  const notApplicable = newest(
    findings.filter((f) => f.outcome === 'NOT_APPLICABLE' && (!f.carriedFrom || isInDate(f.validUntil, today))),
  )
  if (notApplicable && isNewer(notApplicable, notMet) && open.length === 0) return give('NOT_APPLICABLE', 'D1')

  const livePlan = (nc: NonConformity) =>
    nc.plans.find((p) => p.kind === 'WORK_OFF' && isLive(p, facts.requirement, today, nc))
  if (open.some((nc) => !livePlan(nc) && nc.source !== 'LAPSE' && nc.source !== 'STANDARD_REFRESH'))
    return give('BREACHED', 'D2a')
  const overdue = (nc: NonConformity) =>
    isPlanClockMissed(nc, facts.requirement, today, facts.clockRules) || nc.plans.some((p) => isExpired(p, today))
  if (open.some(overdue)) return give('BREACHED', 'D2b')
  const newestByCheck = latestOfEach(checks)
  const failing = newestByCheck.filter((c) => c.result === 'FAIL')
  if (open.length === 0 && !waiver && [...failing, ...(notMet ? [notMet] : [])].some((bad) => isNewer(bad, met)))
    return give('BREACHED', 'D2c')
  if (open.length > 0 && open.every(livePlan))
    return give('WORK_OFF', 'D3', earliest(open.map((nc) => livePlan(nc)!.dueOn)))
  if (open.length > 0) return give('LAPSED', 'D4')

  const { evidenceValidDays } = facts.requirement
  const passUntil = (c: CheckResult) =>
    earliest([evidenceValidDays === null ? null : addDays(c.on, evidenceValidDays), c.validUntil ?? null])
  const isGoodPass = (c: CheckResult) => c.result === 'PASS' && isInDate(passUntil(c), today) && isNewer(c, notMet)
  const mapped = facts.requirement.checks
  const full = mapped.filter((c) => c.strength === 'FULL').map((c) => c.id)
  const isShown = (id: string) => newestByCheck.some((c) => c.check === id && isGoodPass(c))
  if (facts.requirement.method === 'MACHINE' && full.length > 0 && mapped.every((c) => isShown(c.id)))
    return give('MET_MACHINE', 'D5', earliest(newestByCheck.map(passUntil)))

  const good = findings
    .filter((f) => f.outcome === 'MET' && isNewer(f, notMet) && isNewer(f, fail))
    .map((f) => ({ inDate: isFindingInDate(f, facts.evidence, today), until: findingUntil(f, facts.evidence) }))
    .filter((f) => f.inDate)
  if (good.length > 0) return give('MET', 'D6', latest(good.map((f) => f.until)))
  if (waiver) return give('WAIVED', 'D7', waiver.until)
  const hasPassed = (id: string) => checks.some((c) => c.check === id && c.result === 'PASS')
  const wasMet = met || (full.length > 0 && mapped.every((c) => hasPassed(c.id)))
  return wasMet || facts.metOlderVersion ? give('LAPSED', 'D8') : give('UNKNOWN', 'D9')
}

/** Two officers have upheld the supplier's dispute of it (DE-03). */
const isVoided = (f: Finding, today: Day): boolean => f.voidedOn !== undefined && f.voidedOn <= today

/** A finding counts no longer once a correction names it that reaches back to its day or before. A later one is newer anyway. */
function withoutCorrected(findings: Finding[]): Finding[] {
  const corrections = findings.filter((f) => f.correctsId !== undefined)
  if (corrections.length === 0) return findings
  return findings.filter((old) => !corrections.some((f) => f.correctsId === old.id && f.on <= old.on))
}

/** PASS or FAIL of an OFFICIAL or REFRESH run that stands in the log and isn't waived that day; nothing else proves anything (INV-04). */
const isConclusive = (c: CheckResult, today: Day) =>
  c.logged &&
  checkWaivedUntil(c, today) === undefined &&
  (c.run === 'OFFICIAL' || c.run === 'REFRESH') &&
  (c.result === 'PASS' || c.result === 'FAIL')

const isInDate = (until: Day | null, today: Day) => until === null || today <= until

/** Missing evidence counts as expired (AC-03): a finding without any, or one whose evidence is gone, proves nothing. */
function isFindingInDate(finding: Finding, evidence: Evidence[], today: Day): boolean {
  return (
    isInDate(finding.validUntil, today) &&
    finding.evidenceIds.length > 0 &&
    finding.evidenceIds.every((id) => evidence.some((e) => e.id === id && isInDate(e.validUntil, today)))
  )
}

function findingUntil(finding: Finding, evidence: Evidence[]): Day | null {
  return earliest([
    finding.validUntil,
    ...evidence.filter((e) => finding.evidenceIds.includes(e.id)).map((e) => e.validUntil),
  ])
}

type Placed = { on: Day; seq: number }
const isNewer = (a: Placed, b: Placed | undefined): boolean => !b || a.on > b.on || (a.on === b.on && a.seq > b.seq)

function newest<T extends Placed>(facts: T[]): T | undefined {
  return facts.reduce<T | undefined>((best, fact) => (isNewer(fact, best) ? fact : best), undefined)
}

function latestOfEach(checks: CheckResult[]): CheckResult[] {
  return [...new Set(checks.map((c) => c.check))].map((name) => newest(checks.filter((c) => c.check === name))!)
}

const earliest = (days: (Day | null)[]): Day | null =>
  days.reduce<Day | null>((first, day) => (day !== null && (first === null || day < first) ? day : first), null)

const latest = (days: (Day | null)[]): Day | null =>
  days.some((day) => day === null) ? null : (days.toSorted().at(-1) ?? null)
