import 'server-only'
import { getGate } from '@/lib/assurance/get-gate'
import { listListings } from '@/lib/catalogue/get-listing'
import { priceToJson } from '@/lib/catalogue/prices/price'
import { pricesOn } from '@/lib/catalogue/prices/price-day-rules'
import { getShortlist } from '@/lib/comparison/get-shortlist'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { getProject } from './get-project'
import type { FrozenEntry, Project } from './project'
import { projectMachine } from './project-machine'
import { mayRunProject } from './project-policy'
import { orderValue } from './project-rules'
import type { FreezeInput } from './project-schema'
import { insertEntries, moveProject } from './project-store'

/** Copies every module of the shortlist as it stands now: text by hash, price, standing. Nothing of it changes afterwards. */
export function freezeShortlist(ctx: Context, input: FreezeInput): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const project = await getProject(ctx.actor, input.id, tx)
    if (!project) return refuse({ kind: 'not-found' })
    const decision = mayRunProject(ctx.actor, project)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const move = next(projectMachine, project.state, 'freeze')
    if (!move) return refuse({ kind: 'wrong-state', state: project.state, command: 'freeze' })
    const entries = await copyEntries(tx, ctx, project)
    if (entries.length === 0)
      return refuse({ kind: 'conflict', because: 'The shortlist is empty. Add at least one module to it.' })
    if (!(await moveProject(tx, project.id, input.version, { state: move.to, frozenAt: ctx.now })))
      return refuse({ kind: 'stale' })
    await insertEntries(tx, project.id, entries)
    const frozen = entries.map((e) => ({ listingVersionId: e.listingVersionId, sha256: e.listingSha256 }))
    await record(tx, ctx, {
      name: move.event,
      about: { type: 'Project', id: project.id },
      from: project.state,
      to: move.to,
      organisationId: project.organisationId,
      data: { frozen },
    })
    return ok({ id: project.id })
  })
}

async function copyEntries(tx: Tx, ctx: Context, project: Project): Promise<FrozenEntry[]> {
  const shortlist = await getShortlist(ctx.actor, project.shortlistId)
  const listings = await listListings(ctx.actor, shortlist?.entries.map((e) => e.listingVersionId) ?? [], tx)
  const entries: FrozenEntry[] = []
  for (const listing of listings) {
    const { gate, label, inputsSha256 } = await getGate(
      tx,
      listing.moduleVersionId,
      listing.capabilities,
      dayOf(ctx.now),
    )
    // PRC-8: the list price of this day is the ceiling, kept as a copy.
    const prices = pricesOn(listing.prices, dayOf(ctx.now))
    const value = orderValue(prices, project.listSize!, project.termMonths!)
    entries.push({
      id: newId(),
      moduleId: listing.moduleId,
      moduleVersionId: listing.moduleVersionId,
      listingVersionId: listing.id,
      listingSha256: listing.sha256,
      moduleName: listing.moduleName,
      supplierId: listing.supplierId,
      supplierName: listing.supplierName,
      capabilityIds: listing.capabilities,
      prices: prices.map(priceToJson),
      yearlyPence: value?.yearlyPence ?? null,
      termPence: value?.totalPence ?? null,
      label,
      gate,
      gateSha256: inputsSha256,
    })
  }
  return entries
}
