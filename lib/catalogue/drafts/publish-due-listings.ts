import 'server-only'
import { system } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { logger } from '@/lib/platform/logger'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { publishListingWithin } from '../publish-listing'
import { adoptListing } from './adopt-listing'
import type { ListingDraft } from './listing-draft'
import { type ListingDraftCommand, listingDraftMachine } from './listing-draft-machine'
import { findDraft, findDrafts, moveDraft } from './listing-draft-store'
import { findInForce, findOwnModule, versionOf } from './own-module-store'
import { impactOf } from './version-rules'

/** Publishes what was approved for today or an earlier day. One that cannot be published is logged and waits. */
export async function publishDueListings(ctx: Context): Promise<number> {
  const due = (await findDrafts(db, ['approved'])).filter((draft) => draft.publishOn! <= dayOf(ctx.now))
  let published = 0
  for (const { id } of due) {
    const answer = await transaction(async (tx) => {
      const draft = await findDraft(tx, id)
      return draft ? publishDraft(tx, ctx, draft) : refuse({ kind: 'not-found' })
    })
    if (answer.ok) published++
    else logger.warn({ draft: id, because: answer.refusal }, 'an approved listing could not be published')
  }
  return published
}

/** The text becomes an immutable listing version; the one before it is superseded in the same act. */
export async function publishDraft(tx: Tx, ctx: Context, draft: ListingDraft): Promise<Result<ListingDraft>> {
  const edge = next<ListingDraft['state'], ListingDraftCommand>(listingDraftMachine, draft.state, 'publish')
  if (!edge) return refuse({ kind: 'wrong-state', state: draft.state, command: 'publish' })
  const module = (await findOwnModule(tx, draft.moduleId))!
  const inForce = await findInForce(tx, module.currentListingId)
  const portal = { ...ctx, actor: system }
  await supersede(tx, portal, await adoptListing(tx, portal, draft.moduleId))
  const listingId = newId()
  const published = await moveDraft(tx, draft, draft.version, ctx.now, { state: edge.to, listingVersionId: listingId })
  if (!published) return refuse({ kind: 'stale' })
  const impact = impactOf(inForce?.version, draft.moduleVersion)
  const moduleVersionId = await versionOf(tx, draft.moduleId, draft.moduleVersion, impact, ctx.now)
  const input = { listingId, moduleVersionId, content: draft.content, draftId: draft.id }
  const answer = await publishListingWithin(tx, portal, input)
  return answer.ok ? ok(published) : answer
}

async function supersede(tx: Tx, ctx: Context, old: ListingDraft | undefined): Promise<void> {
  if (!old) return
  const edge = listingDraftMachine.published.supersede
  await moveDraft(tx, old, old.version, ctx.now, { state: edge.to })
  await record(tx, ctx, {
    name: edge.event,
    about: { type: 'ListingDraft', id: old.id },
    from: old.state,
    to: edge.to,
    organisationId: old.supplierId,
    data: { moduleId: old.moduleId, supplierId: old.supplierId },
  })
}
