import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { ListingDraft } from './listing-draft'
import { addDraft, findDraftOf } from './listing-draft-store'
import { findInForce, findOwnModule } from './own-module-store'

/**
 * The row of a module's text in force; nothing where none is published. A listing that was published before suppliers kept
 * their own gets its row here: its event stands in the history already, so no second one is written.
 */
export async function adoptListing(tx: Tx, ctx: Context, moduleId: string): Promise<ListingDraft | undefined> {
  const known = await findDraftOf(tx, moduleId, ['published'])
  if (known) return known
  const module = await findOwnModule(tx, moduleId)
  const inForce = module && (await findInForce(tx, module.currentListingId))
  if (!inForce || (await findDraftOf(tx, moduleId, ['withdrawing']))) return undefined
  await addDraft(tx, {
    id: newId(),
    moduleId,
    supplierId: module.supplierId,
    moduleVersion: inForce.version,
    content: inForce.content,
    state: 'published',
    listingVersionId: module.currentListingId!,
    startedById: module.supplierId,
    at: ctx.now,
  })
  return findDraftOf(tx, moduleId, ['published'])
}
