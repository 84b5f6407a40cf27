import 'server-only'
import { grantOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { getListingReference } from '../get-listing-reference'
import type { ListingReference } from '../listing-reference'
import { findSupplierOf } from '../module-store'
import type { ModuleView } from '../module-view'
import { pricesInTime } from '../price-time-rules'
import { isOwn, maySeeDraft } from './listing-draft-policy'
import { findDraft } from './listing-draft-store'

export type DraftPreview = {
  module: ModuleView
  reference: ListingReference
  own: boolean
  /** Whether a reviewer sees it. */
  forReview: boolean
}

/** A draft as its module's page will show it once published; undefined to those who may not see the draft. */
export async function getDraftPreview(ctx: Context, id: string): Promise<DraftPreview | undefined> {
  const draft = isId(id) ? await findDraft(db, id) : undefined
  if (!draft || !maySeeDraft(ctx.actor, draft)) return undefined
  const today = dayOf(ctx.now)
  const { moduleId, supplierId, content } = draft
  const [supplier, reference] = await Promise.all([
    findSupplierOf(db, moduleId),
    getListingReference(db, { id: moduleId, supplierId }, content, today),
  ])
  const module: ModuleView = {
    id: moduleId,
    moduleVersionId: '',
    listingVersionId: '',
    sha256: '',
    publishedOn: today,
    demo: false,
    supplier: supplier!,
    listing: { ...content, name: content.name || 'A module without a name' },
    prices: pricesInTime({ content, publishedOn: today }, [], today),
    standing: { kind: 'not-assessed', words: 'Not assessed', because: null, asOf: null },
    metCapabilityIds: [],
    failedCapabilityIds: [],
    versions: [],
  }
  return { module, reference, own: isOwn(ctx.actor, draft), forReview: grantOf(ctx.actor, 'reviewer') !== undefined }
}
