import 'server-only'
import { type Day, dayFromDate, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { groupBy } from '@/lib/platform/group-by'
import type { CapabilityFinding } from './capability-rules'
import { loadClockRules } from './clocks/clock-rule-store'
import type { DecisionTerms } from './decisions/decision-kinds'
import type { Evidence, Finding, ModuleFacts, OfficerDecision, Waiver } from './facts'
import { loadNonConformities } from './non-conformities/load-non-conformities-store'
import { loadStandards } from './standards-store'

type VersionToAssess = { id: string; changeImpact: ModuleFacts['changeImpact']; withdrawnOn: string | null }
/** The facts of a module version, and what assessors found of whole capabilities (P12). */
export type VersionFacts = { facts: ModuleFacts; capabilityFindings: CapabilityFinding[] }

/** Facts of several module versions; the same number of statements however many are asked for. */
export async function loadFacts(tx: Tx, versions: VersionToAssess[]): Promise<Map<string, VersionFacts>> {
  const where = { moduleVersionId: { in: versions.map((v) => v.id) } }
  const standards = await loadStandards(tx)
  const claims = await tx.claim.findMany({ where, select: claimColumns })
  const findings = groupBy(await findFindings(tx, where.moduleVersionId.in), (f) => f.moduleVersionId)
  const evidence = await tx.evidence.findMany({ where, select: { id: true, moduleVersionId: true, validUntil: true } })
  const nonConformities = await loadNonConformities(
    tx,
    versions.map((v) => v.id),
  )
  const clockRules = await loadClockRules(tx)
  const decisions = await tx.officerDecision.findMany({ where, orderBy: { sequence: 'asc' } })
  const waivers = await tx.waiver.findMany({ where, orderBy: { id: 'asc' } })
  const redeclarations = await tx.redeclaration.findMany({ where, orderBy: { id: 'asc' } })
  const own = <T extends { moduleVersionId: string }>(rows: T[], id: string) =>
    rows.filter((r) => r.moduleVersionId === id)
  return new Map(
    versions.map((version) => {
      const found = findings.get(version.id) ?? []
      const capabilityFindings = found.flatMap(({ capabilityId, outcome, foundOn }) =>
        capabilityId ? [{ capabilityId, outcome, on: foundOn }] : [],
      )
      const facts: ModuleFacts = {
        moduleVersionId: version.id,
        capabilityIds: own(claims, version.id)
          .filter((c) => c.withdrawnAt === null)
          .map((c) => c.capabilityId)
          .sort(),
        claims: own(claims, version.id).map(claimOf).toSorted(byCapability),
        changeImpact: version.changeImpact,
        withdrawnOn: version.withdrawnOn,
        standards,
        findings: found.flatMap((f) => findingOf(f) ?? []),
        evidence: own(evidence, version.id).map((e): Evidence => ({ id: e.id, validUntil: day(e.validUntil) })),
        checks: [],
        nonConformities: nonConformities.get(version.id) ?? [],
        waivers: own(waivers, version.id).map(waiverOf),
        redeclarations: own(redeclarations, version.id).map(({ standardVersionId, requirementId, declaredAt }) => ({
          standardVersionId,
          requirementId,
          on: dayOf(declaredAt),
        })),
        decisions: own(decisions, version.id).map(decisionOf),
        clockRules,
      }
      return [version.id, { facts, capabilityFindings }]
    }),
  )
}

const claimColumns = { moduleVersionId: true, capabilityId: true, declaredAt: true, withdrawnAt: true } as const
type ClaimRow = { capabilityId: string; declaredAt: Date; withdrawnAt: Date | null }
const claimOf = ({ capabilityId, declaredAt, withdrawnAt }: ClaimRow) => ({
  capabilityId,
  from: dayOf(declaredAt),
  until: withdrawnAt && dayOf(withdrawnAt),
})
const byCapability = (a: { capabilityId: string }, b: { capabilityId: string }) =>
  a.capabilityId < b.capabilityId ? -1 : 1

type FindingRow = {
  id: string
  moduleVersionId: string
  standardVersionId: string | null
  requirementId: string | null
  capabilityId: string | null
  outcome: string
  foundOn: Day
  sequence: number
  validUntil: Day | null
  evidenceIds: string[]
  signed: boolean
}

/** By hand, because nothing else is as many: every requirement of every module has some. In the order of the log. */
const findFindings = (tx: Tx, moduleVersionIds: string[]): Promise<FindingRow[]> => tx.$queryRaw<FindingRow[]>`
  select id::text, "moduleVersionId"::text, "standardVersionId"::text, "requirementId", "capabilityId", outcome, "foundOn"::text,
    sequence::float8, "validUntil"::text, "evidenceIds"::text[], "assessorId" <> "reviewerId" as signed
  from "Finding" where "moduleVersionId" = any(${moduleVersionIds}::uuid[]) order by sequence`

function findingOf({ sequence, foundOn, outcome, ...f }: FindingRow): Finding | undefined {
  const { id, standardVersionId, requirementId, signed, validUntil, evidenceIds } = f
  if (!standardVersionId || !requirementId) return undefined
  return {
    id,
    standardVersionId,
    requirementId,
    outcome: outcome as Finding['outcome'],
    signed,
    on: foundOn,
    seq: sequence,
    validUntil,
    evidenceIds,
  }
}

type DecisionRow = Awaited<ReturnType<Tx['officerDecision']['findMany']>>[number]
const decisionOf = (d: DecisionRow): OfficerDecision => ({
  id: d.id,
  kind: d.kind as OfficerDecision['kind'],
  on: dayFromDate(d.madeOn),
  seq: Number(d.sequence),
  effectiveFrom: dayFromDate(d.effectiveFrom),
  reason: d.reason,
  ...((d.terms as DecisionTerms).correctsId && { correctsId: (d.terms as DecisionTerms).correctsId }),
})

const waiverOf = (w: Awaited<ReturnType<Tx['waiver']['findMany']>>[number]): Waiver => ({
  id: w.id,
  standardVersionId: w.standardVersionId,
  requirementId: w.requirementId,
  from: dayFromDate(w.fromOn),
  until: dayFromDate(w.untilOn),
})

const day = (date: Date | null) => date && dayFromDate(date)
