import 'server-only'
import { getModuleVersion, getVersionById, listListedVersions } from '@/lib/catalogue/list-listed-versions'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf, isDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { capabilityResults } from './capability-rules'
import { knownOfRequirement } from './carry-over-rules'
import { clocksOf } from './clocks/clocks-rules'
import { factsKnownOn, isSerious, type ModuleFacts, type RequirementKey } from './facts'
import { loadFacts, type VersionFacts } from './facts-store'
import { permissionToBuy } from './gate-rules'
import { type Label, labelOf, openOfRow } from './label-rules'
import { publicView } from './non-conformities/public-view-rules'
import { readNonConformities } from './non-conformities/read-non-conformities'
import type { RegisterEntry, RequirementLine, StandardLine } from './register-view'
import { type RequirementRow, standardRows } from './standard-value-rules'

type Version = NonNullable<Awaited<ReturnType<typeof getVersionById>>>

/** The register's page of one module version at the end of a day (RG-01, RG-02): public. A future or malformed day is refused. */
export async function getRegisterEntry(
  ctx: Context,
  moduleId: string,
  version: string,
  asOf?: string,
): Promise<Result<RegisterEntry>> {
  const day = readDay(ctx, asOf)
  if (!day) return refuse({ kind: 'invalid', fields: { asOf: ['Enter a past day as year-month-day'] } })
  const found = await getModuleVersion(ctx.actor, moduleId, version)
  if (!found || found.name === null) return refuse({ kind: 'not-found' })
  const loaded = (await loadFacts(db, [found])).get(found.id)!
  return ok(await entryOf(found, loaded, day))
}

/** What the register says today of a module version: for the module's own page. */
export async function getConformance(ctx: Context, moduleVersionId: string): Promise<RegisterEntry | undefined> {
  const found = await getVersionById(db, moduleVersionId)
  const loaded = found && (await loadFacts(db, [found])).get(found.id)
  return loaded && entryOf(found, loaded, dayOf(ctx.now))
}

export type RegisterRow = { moduleId: string; name: string; version: string; supplier: string; label: Label }

/** Every module version in the catalogue with its label at the end of that day: public. */
export async function listRegister(ctx: Context, asOf?: string): Promise<Result<{ asOf: Day; rows: RegisterRow[] }>> {
  const day = readDay(ctx, asOf)
  if (!day) return refuse({ kind: 'invalid', fields: { asOf: ['Enter a past day as year-month-day'] } })
  const listed = await listListedVersions(ctx.actor)
  const facts = await loadFacts(db, listed)
  const rows = listed.map((l) => ({
    moduleId: l.moduleId,
    name: l.name ?? '',
    version: l.version,
    supplier: l.supplierBrand,
    label: labelOf(factsKnownOn(facts.get(l.id)!.facts, day), day),
  }))
  return ok({ asOf: day, rows })
}

function readDay(ctx: Context, asOf: string | undefined): Day | undefined {
  const today = dayOf(ctx.now)
  if (asOf === undefined || asOf === '') return today
  return isDay(asOf) && asOf <= today ? asOf : undefined
}

async function entryOf(version: Version, loaded: VersionFacts, day: Day): Promise<RegisterEntry> {
  const facts = factsKnownOn(loaded.facts, day)
  const { metCapabilityIds, failedCapabilityIds } = capabilityResults(loaded.capabilityFindings, day)
  const result = (id: string) =>
    metCapabilityIds.includes(id) ? 'met' : failedCapabilityIds.includes(id) ? 'failed' : 'not assessed'
  return {
    moduleId: version.moduleId,
    moduleVersionId: version.id,
    name: version.name ?? '',
    version: version.version,
    supplier: version.supplierBrand,
    asOf: day,
    label: labelOf(facts, day),
    gate: permissionToBuy(facts, facts.capabilityIds, day),
    standards: standardLines(facts, day),
    capabilities: facts.capabilityIds.map((id) => ({ id, result: result(id) })),
    nonConformities: (await readNonConformities(db, [loaded.facts], day, ['open', 'closed']))
      .filter((view) => view.determinedOn !== null && view.determinedOn <= day)
      .map(publicView),
    missed: clocksOf(loaded.facts, loaded.facts.clockRules, day)
      .filter((clock) => clock.clock === 'CL-07' && clock.state === 'missed')
      .map(({ clock, dueOn, doneOn }) => ({ clock, dueOn, doneOn })),
    decisions: facts.decisions.map(({ kind, on, effectiveFrom, reason }) => ({ kind, on, effectiveFrom, reason })),
  }
}

function standardLines(facts: ModuleFacts, day: Day): StandardLine[] {
  return standardRows(facts, day).map((standard) => ({
    standardId: standard.standardId,
    name: standard.name,
    version: standard.version,
    overarching: standard.capabilityIds === null,
    value: standard.value,
    until:
      [standard.transitionEndsOn, ...standard.rows.map((r) => r.until)].filter((d): d is Day => d !== null).sort()[0] ??
      null,
    requirements: standard.rows.map((row) => {
      const plan = openOfRow(row, facts, day)
        .flatMap((nc) => nc.plans)
        .find((p) => p.acceptedOn !== null && p.supersededOn === null)
      return {
        id: row.requirement.id,
        level: row.requirement.level,
        serious: isSerious(row.requirement),
        value: row.value,
        rule: row.rule,
        until: row.until,
        findings: findingsOf(row, facts, day),
        plan: plan ? { kind: plan.kind, dueOn: plan.dueOn } : null,
      }
    }),
  }))
}

/** The findings behind a row, with where those that carry over were found (RF-01). */
function findingsOf(row: RequirementRow, facts: ModuleFacts, day: Day): RequirementLine['findings'] {
  const key = { standardVersionId: row.standardVersionId, requirementId: row.requirement.id }
  return knownOfRequirement(facts, key, day).findings.map(({ id, outcome, on, validUntil, carriedFrom }) => ({
    id,
    outcome,
    on,
    validUntil,
    ...(carriedFrom && { carriedFrom: carriedFromWords(facts, carriedFrom) }),
  }))
}

function carriedFromWords(facts: ModuleFacts, from: RequirementKey): string {
  const version = facts.standards.flatMap((s) => s.versions).find((v) => v.id === from.standardVersionId)
  return `${from.requirementId} of ${version?.standardId ?? 'an older version'} ${version?.version ?? ''}`.trim()
}
