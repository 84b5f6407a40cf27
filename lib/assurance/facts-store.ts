import 'server-only'
import { type Day, dayFromDate, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { groupBy } from '@/lib/platform/group-by'
import type { CapabilityFinding } from './capability-rules'
import { challengeFactOf, findAcceptedChallenges } from './challenges/challenge-facts-store'
import { appealOf, findAppealsAgainst, voidedFindings } from './decisions/decided-facts-store'
import type { DecisionTerms } from './decisions/decision-kinds'
import type { Evidence, Finding, ModuleFacts, OfficerDecision, Waiver } from './facts'
import { factsAsTheyStood } from './facts-as-they-stood'
import { findKindsOfFacts } from './kinds-of-facts-store'
import { loadNational, type National } from './national'
import { loadNonConformities } from './non-conformities/load-non-conformities-store'
import { loadChecks } from './runs/check-facts-store'

type VersionToAssess = { id: string; changeImpact: ModuleFacts['changeImpact']; withdrawnOn: string | null }
/** The facts of a module version, and what assessors found of whole capabilities (P12). */
export type VersionFacts = { facts: ModuleFacts; capabilityFindings: CapabilityFinding[] }

/**
 * Facts of several module versions; the same number of statements however many are asked for. With `stoodOn`, what is
 * changed in place (standards, claims, non-conformities, plans) is as it stood at the end of that day (RG-02). A page may bring
 * what holds for every module; what decides reads that too in its own transaction.
 */
export async function loadFacts(
  tx: Tx,
  versions: VersionToAssess[],
  { stoodOn, national }: { stoodOn?: Day | undefined; national?: National | undefined } = {},
): Promise<Map<string, VersionFacts>> {
  const ids = versions.map((v) => v.id)
  const where = { moduleVersionId: { in: ids } }
  const former = stoodOn === undefined ? undefined : await factsAsTheyStood(tx, stoodOn)
  const { standards, clockRules } = national ?? (await loadNational(tx, former))
  const there = await findKindsOfFacts(tx, ids)
  const claimRows = await tx.claim.findMany({ where, select: claimColumns })
  const claims = former?.claims(claimRows) ?? claimRows
  const findings = groupBy(await findFindings(tx, ids), (f) => f.moduleVersionId)
  const checks = await loadChecks(tx, ids)
  const evidence = await tx.evidence.findMany({ where, select: evidenceColumns, orderBy: { id: 'asc' } })
  const nonConformities = there.nonConformities ? await loadNonConformities(tx, ids, former) : new Map()
  const decisions = there.decisions ? await tx.officerDecision.findMany({ where, orderBy: { sequence: 'asc' } }) : []
  const appeals = await findAppealsAgainst(tx, decisions)
  const challenges = there.challenges ? await findAcceptedChallenges(tx, ids) : []
  const waivers = there.waivers ? await tx.waiver.findMany({ where, orderBy: { id: 'asc' } }) : []
  const voided = voidedFindings(decisions)
  const redeclarations = there.redeclarations ? await tx.redeclaration.findMany({ where, orderBy: { id: 'asc' } }) : []
  const own = <T extends { moduleVersionId: string }>(rows: T[], id: string) =>
    rows.filter((r) => r.moduleVersionId === id)
  return new Map(
    versions.map((version) => {
      const found = findings.get(version.id) ?? []
      const capabilityFindings = found.flatMap(({ capabilityId, outcome, foundOn, recordedOn }) =>
        capabilityId ? [{ capabilityId, outcome, on: foundOn, knownOn: recordedOn }] : [],
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
        findings: found.flatMap((f) => findingOf(f, voided.get(f.id)) ?? []),
        evidence: own(evidence, version.id).map(evidenceOf),
        checks: checks.get(version.id) ?? [],
        nonConformities: nonConformities.get(version.id) ?? [],
        waivers: own(waivers, version.id).flatMap((waiver) => {
          // One that was granted while this was read stands without its decision here: it is known the next time.
          const decision = decisions.find(({ id }) => id === waiver.decisionId)
          return decision ? [waiverOf(waiver, decision)] : []
        }),
        redeclarations: own(redeclarations, version.id).map(({ standardVersionId, requirementId, declaredAt }) => ({
          standardVersionId,
          requirementId,
          on: dayOf(declaredAt),
        })),
        decisions: own(decisions, version.id).map(decisionOf),
        ...(challenges.length > 0 && { challenges: own(challenges, version.id).map(challengeFactOf) }),
        ...(appeals.length > 0 && { appeals: own(appeals, version.id).map(appealOf) }),
        clockRules,
      }
      return [version.id, { facts, capabilityFindings }]
    }),
  )
}

const evidenceColumns = { id: true, moduleVersionId: true, validUntil: true, addedAt: true } as const
const evidenceOf = (e: { id: string; validUntil: Date | null; addedAt: Date }): Evidence => ({
  id: e.id,
  validUntil: day(e.validUntil),
  knownOn: dayOf(e.addedAt),
})

const claimColumns = {
  id: true,
  moduleVersionId: true,
  capabilityId: true,
  declaredAt: true,
  withdrawnAt: true,
} as const
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
  recordedOn: Day
  sequence: number
  validUntil: Day | null
  evidenceIds: string[]
  correctsId: string | null
  runId: string | null
  signed: boolean
}

/** By hand, because nothing else is as many: every requirement of every module has some. In the order of the log. */
const findFindings = (tx: Tx, moduleVersionIds: string[]): Promise<FindingRow[]> => tx.$queryRaw<FindingRow[]>`
  select id::text, "moduleVersionId"::text, "standardVersionId"::text, "requirementId", "capabilityId", outcome, "foundOn"::text,
    ("recordedAt" at time zone 'Europe/London')::date::text as "recordedOn", sequence::float8, "validUntil"::text,
    "evidenceIds"::text[], "correctsId"::text, "runId"::text, ("runId" is not null or "assessorId" <> "reviewerId") as signed
  from "Finding" where "moduleVersionId" = any(${moduleVersionIds}::uuid[]) order by sequence`

function findingOf({ sequence, ...f }: FindingRow, voidedOn: Day | undefined): Finding | undefined {
  const { id, standardVersionId, requirementId, signed, validUntil, evidenceIds, correctsId, runId } = f
  if (!standardVersionId || !requirementId) return undefined
  return {
    id,
    standardVersionId,
    requirementId,
    outcome: f.outcome as Finding['outcome'],
    signed,
    on: f.foundOn,
    knownOn: f.recordedOn,
    seq: sequence,
    validUntil,
    evidenceIds,
    ...(correctsId && { correctsId }),
    ...(runId && { runId }),
    ...(voidedOn && { voidedOn }),
  }
}

type DecisionRow = Awaited<ReturnType<Tx['officerDecision']['findMany']>>[number]
const decisionOf = (d: DecisionRow): OfficerDecision => ({
  id: d.id,
  kind: d.kind as OfficerDecision['kind'],
  on: dayFromDate(d.madeOn),
  knownOn: dayOf(d.recordedAt),
  seq: Number(d.sequence),
  effectiveFrom: dayFromDate(d.effectiveFrom),
  reason: d.reason,
  basis: d.basis,
  appealUntil: day(d.appealUntil),
  ...((d.terms as DecisionTerms).correctsId && { correctsId: (d.terms as DecisionTerms).correctsId }),
})

type WaiverRow = Awaited<ReturnType<Tx['waiver']['findMany']>>[number]
const waiverOf = (w: WaiverRow, { recordedAt }: Pick<DecisionRow, 'recordedAt'>): Waiver => ({
  id: w.id,
  standardVersionId: w.standardVersionId,
  requirementId: w.requirementId,
  from: dayFromDate(w.fromOn),
  until: dayFromDate(w.untilOn),
  knownOn: dayOf(recordedAt),
  decisionId: w.decisionId,
})

const day = (date: Date | null) => date && dayFromDate(date)
