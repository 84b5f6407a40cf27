import 'server-only'
import { organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { type ListingDraftState, openStates } from './listing-draft'
import { nextSection } from './listing-draft-journey'
import { maySignForListing } from './listing-draft-policy'
import { findDrafts } from './listing-draft-store'
import { findOwnModules, findSuppliers, findTextsInForce } from './own-module-store'
import { clockWords } from './review-clock-rules'

export type OwnModule = {
  moduleId: string
  supplierId: string
  name: string
  /** The version that is published; null where nothing is. */
  version: string | null
  draft: { id: string; state: ListingDraftState; next: string; clock: string | null } | null
  lastOrderDay: Day | null
  mayWithdraw: boolean
}
export type SupplierHome = { suppliers: { id: string; brand: string; active: boolean }[]; modules: OwnModule[] }

/** The modules and drafts of the actor's own suppliers; undefined to those who write for none. */
export async function getSupplierHome(ctx: Context): Promise<SupplierHome | undefined> {
  const ids = organisationsOf(ctx.actor, 'supplier-editor', 'supplier-signatory')
  if (ids.length === 0) return undefined
  const [suppliers, modules, drafts] = await Promise.all([
    findSuppliers(db, ids),
    findOwnModules(db, ids),
    findDrafts(db, [...openStates, 'withdrawing'], ids),
  ])
  const texts = await findTextsInForce(
    db,
    modules.flatMap((m) => m.currentListingId ?? []),
  )
  const own = modules.flatMap(({ id, supplierId, currentListingId }): OwnModule[] => {
    const text = currentListingId ? texts.get(currentListingId) : undefined
    const open = drafts.find((d) => d.moduleId === id && openStates.includes(d.state))
    const leaving = drafts.find((d) => d.moduleId === id && d.state === 'withdrawing')
    if (!text && !open) return []
    return [
      {
        moduleId: id,
        supplierId,
        name: open?.content.name || text?.name || 'A module without a name',
        version: text?.version ?? null,
        draft: open
          ? {
              id: open.id,
              state: open.state,
              next: nextSection(open.content)?.title ?? '',
              clock: open.answerDueOn && clockWords(dayOf(ctx.now), open.answerDueOn),
            }
          : null,
        lastOrderDay: leaving?.lastOrderDay ?? null,
        mayWithdraw: text !== undefined && !open && !leaving && maySignForListing(ctx.actor, { supplierId }).allowed,
      },
    ]
  })
  return {
    suppliers: suppliers.map((s) => ({ id: s.organisationId, brand: s.brand, active: s.status === 'active' })),
    modules: own.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  }
}
