import 'server-only'
import { getVersionById, listCurrentListingIds } from '@/lib/catalogue/list-listed-versions'
import { readClaims } from '@/lib/catalogue/read-claims'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { openAssessment } from './open-assessment'

/**
 * When a text is published: what it newly claims is to be assessed (AC-01). When a module is listed: what its text came to
 * claim while the assessment was under review, and likewise when one without a listing is finished. Twice is no different.
 */
export async function openAssessmentWhenPublished(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const listingId = await listingOf(tx, event)
    const listing = listingId ? await readClaims(tx, listingId) : undefined
    const version = listing && (await getVersionById(tx, listing.moduleVersionId))
    if (version) await openAssessment(tx, ctx, version, listing.claims)
  })
}

async function listingOf(tx: Tx, { about, data }: StoredEvent): Promise<string | null | undefined> {
  if (typeof data.listingVersionId === 'string') return data.listingVersionId
  const id = about.type === 'Assessment' ? String(data.moduleVersionId) : about.id
  const version = await getVersionById(tx, id)
  return version && (await listCurrentListingIds(tx, [version.moduleId])).get(version.moduleId)
}
