import 'server-only'
import {
  getModuleVersion,
  getVersionById,
  listListedVersions,
  nameVersionThen,
} from '@/lib/catalogue/list-listed-versions'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { ok, type Refusal, type Result, refuse } from '@/lib/platform/refusal'
import { readableVisibilities } from '../evidence/evidence-policy'
import { getLogIndexes } from '../evidence-log/read-log'
import { factsKnownOn } from '../facts-known-on'
import { loadFacts } from '../facts-store'
import { type Label, labelOf } from '../label-rules'
import { readNational } from '../national'
import { publicView } from '../non-conformities/public-view-rules'
import { readNonConformities } from '../non-conformities/read-non-conformities'
import { type AskedDay, dayAskedFor } from './asked-day-rules'
import { entryOf } from './entry-rules'
import { findShownEvidence } from './register-store'
import type { RegisterEntry } from './register-view'

type Version = NonNullable<Awaited<ReturnType<typeof getVersionById>>>

/**
 * The register's page of one module version at the end of a day (RG-01): public. As it was shown then; with `corrected` as
 * it is known now (RG-02). A future or malformed day is refused. Evidence that is not for this reader is counted only.
 */
export async function getRegisterEntry(
  ctx: Context,
  moduleId: string,
  version: string,
  asked: AskedDay = {},
): Promise<Result<RegisterEntry>> {
  const day = dayAskedFor(asked, dayOf(ctx.now))
  if (!day) return refuse(notADay)
  const found = await getModuleVersion(ctx.actor, moduleId, version)
  if (!found || found.name === null) return refuse({ kind: 'not-found' })
  return ok(await readEntry(ctx, found, day))
}

/** What the register says today of a module version: for the module's own page. */
export async function getConformance(ctx: Context, moduleVersionId: string): Promise<RegisterEntry | undefined> {
  const found = await getVersionById(db, moduleVersionId)
  return found && readEntry(ctx, found, { day: dayOf(ctx.now), corrected: false })
}

async function readEntry(
  ctx: Context,
  found: Version,
  asked: { day: Day; corrected: boolean },
): Promise<RegisterEntry> {
  const isPast = asked.day < dayOf(ctx.now) && !asked.corrected
  const of = isPast ? { stoodOn: asked.day } : { national: await readNational() }
  const loaded = (await loadFacts(db, [found], of)).get(found.id)!
  const then = isPast ? await nameVersionThen(db, found, asked.day) : found
  const visibilities = readableVisibilities(ctx.actor, found.supplierId)
  const day = asked.corrected ? dayOf(ctx.now) : asked.day
  const { evidence } = loaded.facts
  const shown =
    evidence.length === 0 ? new Map() : await findShownEvidence(db, { moduleVersionId: found.id, visibilities, day })
  const named = {
    moduleId: found.moduleId,
    moduleVersionId: found.id,
    name: then.name ?? '',
    version: found.version,
    supplier: then.supplierBrand,
  }
  const runs = loaded.facts.checks.flatMap((check) => check.runId ?? [])
  const subjects = [...loaded.facts.findings, ...loaded.facts.decisions]
    .map((fact) => fact.id)
    .concat([...new Set(runs)])
  const logIndexes = await getLogIndexes(db, subjects, day)
  const isSpotless = !isPast && loaded.facts.nonConformities.length === 0
  const nonConformities = isSpotless ? [] : await readNonConformities(db, [loaded.facts], asked.day, ['open', 'closed'])
  return {
    ...entryOf(named, loaded, { shown, logIndexes }, asked),
    nonConformities: nonConformities
      .filter((view) => view.determinedOn !== null && view.determinedOn <= asked.day)
      .map((view) => {
        const stood = loaded.facts.nonConformities.find((nc) => nc.id === view.id)
        const wasOpen = stood && (stood.closedOn === null || stood.closedOn > asked.day)
        return publicView(wasOpen ? { ...view, state: 'open', closedOn: null, closedBy: null } : view)
      }),
  }
}

export type RegisterRow = { moduleId: string; name: string; version: string; supplier: string; label: Label }

/** Every module version in the catalogue with its label at the end of that day: public. */
export async function listRegister(ctx: Context, asOf?: string): Promise<Result<{ asOf: Day; rows: RegisterRow[] }>> {
  const asked = dayAskedFor({ asOf }, dayOf(ctx.now))
  if (!asked) return refuse(notADay)
  const { day } = asked
  const listed = await listListedVersions(ctx.actor)
  const isPast = day < dayOf(ctx.now)
  const facts = await loadFacts(db, listed, isPast ? { stoodOn: day } : { national: await readNational() })
  const rows = listed.map((l) => ({
    moduleId: l.moduleId,
    name: l.name ?? '',
    version: l.version,
    supplier: l.supplierBrand,
    label: labelOf(factsKnownOn(facts.get(l.id)!.facts, day), day),
  }))
  return ok({ asOf: day, rows })
}

const notADay: Refusal = { kind: 'invalid', fields: { asOf: ['Enter today or a past day as year-month-day'] } }
