import 'server-only'
import { listListedVersions, listVersionsById } from '@/lib/catalogue/list-listed-versions'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { factsKnownOn } from './facts-known-on'
import { loadFacts } from './facts-store'
import { type GateAnswer, permissionToBuy } from './gate-rules'
import { endsOf, type Label, labelOf } from './label-rules'
import { readNational } from './national'
import { nextDue } from './non-conformities/non-conformity-view'
import { type PublicNonConformity, publicView } from './non-conformities/public-view-rules'
import { readNonConformities } from './non-conformities/read-non-conformities'
import { standardRows } from './standard-value-rules'

export type ModuleState = {
  moduleVersionId: string
  moduleId: string
  name: string
  version: string
  supplier: string
  label: Label
  gate: GateAnswer
  open: PublicNonConformity[]
  /** The next day on which what is met runs out or must be renewed; null where none is known. */
  nextRefreshOn: Day | null
  /** The soonest day on which something is due, of either kind. */
  nextOn: Day | null
}

type Asked = { moduleVersionId: string | null; moduleId: string | null }
/**
 * What is public today of what these contracts name, the soonest due first: for whoever runs it. One that names a module
 * without a version means the version in the catalogue.
 */
export async function listModuleStates(ctx: Context, asked: Asked[]): Promise<ModuleState[]> {
  const today = dayOf(ctx.now)
  const unversioned = new Set(asked.flatMap((one) => (one.moduleVersionId === null ? (one.moduleId ?? []) : [])))
  const current = unversioned.size === 0 ? [] : await listListedVersions(ctx.actor)
  const versions = await listVersionsById(db, [
    ...new Set([
      ...asked.flatMap((one) => one.moduleVersionId ?? []),
      ...current.filter((version) => unversioned.has(version.moduleId)).map((version) => version.id),
    ]),
  ])
  const loaded = await loadFacts(db, versions, { national: await readNational() })
  const facts = [...loaded.values()].map((one) => one.facts)
  const views = await readNonConformities(db, facts, today, ['open'])
  return versions
    .map((version): ModuleState => {
      const known = factsKnownOn(loaded.get(version.id)!.facts, today)
      const own = views.filter((view) => view.moduleVersionId === version.id)
      const nextRefreshOn = endsOf(standardRows(known, today), today)[0] ?? null
      const days = [nextRefreshOn, ...own.map(nextDue)].filter((day): day is Day => day !== null && day < '9999')
      return {
        moduleVersionId: version.id,
        moduleId: version.moduleId,
        name: version.name ?? 'A module',
        version: version.version,
        supplier: version.supplierBrand,
        label: labelOf(known, today),
        gate: permissionToBuy(known, known.capabilityIds, today),
        open: own.map(publicView),
        nextRefreshOn,
        nextOn: days.toSorted()[0] ?? null,
      }
    })
    .toSorted((a, b) => ((a.nextOn ?? '9999') < (b.nextOn ?? '9999') ? -1 : 1))
}
