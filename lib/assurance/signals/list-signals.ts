import 'server-only'
import { getVersionById, listListedVersions, listVersionsOfSuppliers } from '@/lib/catalogue/list-listed-versions'
import { listPublishedDays } from '@/lib/catalogue/list-published-days'
import { listRolesEverHeld } from '@/lib/identity/list-role-holders'
import { type Actor, organisationsOf, system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { groupBy } from '@/lib/platform/group-by'
import { isAuthority } from '../assessments/assessment-policy'
import { loadFacts } from '../facts-store'
import type { Signal } from './signal'
import { signalsOf } from './signal-rules'
import { findEvidenceHistory, findSigners, findTestRuns } from './signal-store'

export type SignalLine = Signal & { moduleId: string; moduleName: string; version: string }
type Version = Awaited<ReturnType<typeof listListedVersions>>[number]

/** How many module versions are looked at in one go, and how many lines a page shows. */
const [batch, mostLines] = [50, 200]

/** Signals of every module in the catalogue, the newest first: for the authority; undefined to others. */
export async function listSignals(actor: Actor): Promise<SignalLine[] | undefined> {
  return isAuthority(actor) ? linesOf(await listListedVersions(system)) : undefined
}

/** A supplier's own. */
export const listOwnSignals = async (actor: Actor): Promise<SignalLine[]> =>
  linesOf(await listVersionsOfSuppliers(db, organisationsOf(actor, 'supplier-editor', 'supplier-signatory')))

/** How many there are of a module version: all that the public sees. */
export async function countSignalsOf(moduleVersionId: string): Promise<number> {
  const version = await getVersionById(db, moduleVersionId)
  return version ? (await signalsOfVersions([version])).get(version.id)!.length : 0
}

async function linesOf(versions: Version[]): Promise<SignalLine[]> {
  const lines: SignalLine[] = []
  for (let at = 0; at < versions.length; at += batch) {
    const some = versions.slice(at, at + batch)
    const signals = await signalsOfVersions(some)
    for (const { id, moduleId, name, version } of some)
      lines.push(...signals.get(id)!.map((s) => ({ ...s, moduleId, moduleName: name ?? 'A module', version })))
  }
  return lines.sort((a, b) => (a.on > b.on ? -1 : 1)).slice(0, mostLines)
}

async function signalsOfVersions(versions: Version[]): Promise<Map<string, Signal[]>> {
  const ids = versions.map((v) => v.id)
  const facts = await loadFacts(db, versions)
  const evidence = groupBy(await findEvidenceHistory(db, ids), (e) => e.moduleVersionId)
  const published = await listPublishedDays(db, ids)
  const tested = await findTestRuns(db, ids)
  const signers = groupBy(await findSigners(db, ids), (s) => s.moduleVersionId)
  const people = [...new Set([...signers.values()].flat().flatMap((s) => [s.assessorId, s.reviewerId]))]
  const roles = await listRolesEverHeld(db, people, [...new Set(versions.map((v) => v.supplierId))])
  return new Map(
    versions.map(({ id, supplierId }) => {
      const held = roles.filter((role) => role.organisationId === supplierId)
      const interests = (signers.get(id) ?? []).flatMap((s) =>
        held
          .filter((role) => role.personId === s.assessorId || role.personId === s.reviewerId)
          .map((role) => ({ findingId: s.id, heldFrom: role.from })),
      )
      const known = { evidence: evidence.get(id) ?? [], publishedOn: published.get(id) ?? [], interests }
      const own = <T extends { moduleVersionId: string }>(rows: T[]) => rows.filter((r) => r.moduleVersionId === id)
      const tests = { runs: own(tested.runs), endpointChanges: own(tested.changes) }
      return [id, signalsOf({ facts: facts.get(id)!.facts, ...known, ...tests })]
    }),
  )
}
