import 'server-only'
import { listVersionsById, listVersionsOfSuppliers } from '@/lib/catalogue/list-listed-versions'
import { organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { isAuthority } from '../assessments/assessment-policy'
import type { Clock } from '../clocks/clock'
import { loadFacts } from '../facts-store'
import type { NonConformityState } from './non-conformity'
import { findNonConformities } from './non-conformity-store'
import { missedClocks, type NonConformityView, nextDue, type PlanView, runningClocks } from './non-conformity-view'
import { readNonConformities } from './read-non-conformities'

export type NonConformityRow = Pick<
  NonConformityView,
  'id' | 'requirementId' | 'summary' | 'state' | 'source' | 'serious' | 'determinedOn' | 'raisedOn'
> & {
  name: string
  supplier: string
  /** What must happen next. */
  next: Clock | undefined
  missed: Clock[]
  /** The plan that counts now, or that waits. */
  plan: PlanView | undefined
}

/** The supplier's own, the soonest due first; undefined to who is of no supplier. What is closed stands last. */
export async function listOwnNonConformities(ctx: Context): Promise<NonConformityRow[] | undefined> {
  const supplierIds = organisationsOf(ctx.actor, 'supplier-editor', 'supplier-signatory')
  if (supplierIds.length === 0) return undefined
  const versions = await listVersionsOfSuppliers(db, supplierIds)
  return rowsOf(versions, dayOf(ctx.now), ['open', 'closed'])
}

/** What the authority has before it: candidates and what is open, the soonest due first; undefined to others. */
export async function listNonConformityQueue(ctx: Context): Promise<NonConformityRow[] | undefined> {
  if (!isAuthority(ctx.actor)) return undefined
  const waiting = await findNonConformities(db, { states: ['candidate', 'open'] })
  const versions = await listVersionsById(db, [...new Set(waiting.map((nc) => nc.moduleVersionId))])
  return rowsOf(versions, dayOf(ctx.now), ['candidate', 'open'])
}

type Version = Awaited<ReturnType<typeof listVersionsById>>[number]
async function rowsOf(versions: Version[], today: Day, states: NonConformityState[]): Promise<NonConformityRow[]> {
  const concerned = new Set(
    (await findNonConformities(db, { states, moduleVersionIds: versions.map((version) => version.id) })).map(
      (nc) => nc.moduleVersionId,
    ),
  )
  const loaded = await loadFacts(
    db,
    versions.filter((version) => concerned.has(version.id)),
  )
  const facts = [...loaded.values()].map((one) => one.facts)
  const views = await readNonConformities(db, facts, today, states)
  return views.toSorted(bySoonest).map((view) => {
    const version = versions.find((v) => v.id === view.moduleVersionId)!
    const { id, requirementId, summary, state, source, serious, determinedOn, raisedOn, clocks } = view
    return {
      ...{ id, requirementId, summary, state, source, serious, determinedOn, raisedOn },
      name: `${version.name ?? 'A module'} ${version.version}`,
      supplier: version.supplierBrand,
      next: state === 'open' ? runningClocks(clocks)[0] : undefined,
      missed: state === 'open' ? missedClocks(clocks) : [],
      plan: view.plans.findLast((plan) => plan.state !== 'returned' && plan.state !== 'superseded'),
    }
  })
}

/** Open before closed, then the soonest due; a missed clock does not hide the next one. */
function bySoonest(a: NonConformityView, b: NonConformityView): number {
  const order: NonConformityState[] = ['candidate', 'open', 'dismissed', 'closed']
  if (a.state !== b.state) return order.indexOf(a.state) - order.indexOf(b.state)
  return nextDue(a) < nextDue(b) ? -1 : 1
}
