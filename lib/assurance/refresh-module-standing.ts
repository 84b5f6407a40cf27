import 'server-only'
import {
  getVersionById,
  listListedVersions,
  listStaleVersions,
  listVersionsById,
} from '@/lib/catalogue/list-listed-versions'
import { saveModuleStanding } from '@/lib/catalogue/save-module-standing'
import { system } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { capabilityResults } from './capability-rules'
import { loadFacts, type VersionFacts } from './facts-store'
import { labelOf } from './label-rules'
import { standingUntil } from './standing-rules'

/** When something was found, decided or published about a module version: derive its standing again. Twice is no different. */
export async function refreshModuleStanding(ctx: Context, event: StoredEvent): Promise<void> {
  const id = event.about.type === 'ModuleVersion' ? event.about.id : event.data.moduleVersionId
  const version = typeof id === 'string' ? await getVersionById(db, id) : undefined
  if (!version) return
  const loaded = (await loadFacts(db, [version])).get(version.id)!
  await save(db, loaded, dayOf(ctx.now))
}

/** The standings of these module versions, in the same number of statements however many. */
export async function refreshStandingsOf(ctx: Context, moduleVersionIds: string[]): Promise<void> {
  const versions = await listVersionsById(db, moduleVersionIds)
  for (const loaded of (await loadFacts(db, versions)).values()) await save(db, loaded, dayOf(ctx.now))
}

/** By time: standings whose last day is over are derived again, because dates alone change labels. */
export async function refreshStandings(ctx: Context): Promise<void> {
  const today = dayOf(ctx.now)
  const stale = await listStaleVersions(ctx.actor, today)
  if (stale.length === 0) return
  for (const loaded of (await loadFacts(db, stale)).values()) await save(db, loaded, today)
}

/** Every listed module version's standing, as a part of a greater act. */
export async function refreshStandingsWithin(tx: Tx, today: Day): Promise<void> {
  const listed = await listListedVersions(system, tx)
  for (const loaded of (await loadFacts(tx, listed)).values()) await save(tx, loaded, today)
}

async function save(tx: Tx, { facts, capabilityFindings }: VersionFacts, today: Day): Promise<void> {
  const { kind, words, because } = labelOf(facts, today)
  const until = standingUntil(facts, today)
  await saveModuleStanding(tx, {
    moduleVersionId: facts.moduleVersionId,
    kind,
    words,
    because,
    ...capabilityResults(capabilityFindings, today),
    asOf: today,
    until,
  })
}
