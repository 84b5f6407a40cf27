import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { findDraftOf } from './drafts/listing-draft-store'
import { findListings } from './frozen-listing-store'
import { getListingReference } from './get-listing-reference'
import type { ModuleLife, ModulePage } from './listing-reference'
import { findModulesEver } from './module-store'

/** Everything a module's page says of its text; undefined where it was never published. What was published is everybody's to read. */
import { pricesInTime } from './price-time-rules'

export async function getModulePage(ctx: Context, id: string): Promise<ModulePage | undefined> {
  const today = dayOf(ctx.now)
  const [found] = isId(id) ? await findModulesEver(db, [id], today) : []
  if (!found) return undefined
  const { module } = found
  const [leaving, reference] = await Promise.all([
    findDraftOf(db, id, ['withdrawing']),
    getListingReference(db, { id, supplierId: module.supplier.id }, module.listing, today),
  ])
  const life: ModuleLife =
    found.life === 'listed' && leaving?.lastOrderDay
      ? { kind: 'withdrawing', lastOrderDay: leaving.lastOrderDay }
      : { kind: found.life }
  return { module, life, reference }
}

export type FrozenPage = ModulePage & { isCurrent: boolean }

/** One text of a module exactly as it was published; undefined where that module has no such text. */
export async function getFrozenPage(
  ctx: Context,
  id: string,
  listingVersionId: string,
): Promise<FrozenPage | undefined> {
  const today = dayOf(ctx.now)
  const [found] = isId(id) ? await findModulesEver(db, [id], today) : []
  const version = found?.module.versions.find((v) => v.listingVersionId === listingVersionId)
  const [frozen] = version ? await findListings(db, [listingVersionId]) : []
  if (!found || !version || !frozen) return undefined
  const { content, sha256, moduleVersionId } = frozen
  const module = {
    ...found.module,
    listing: content,
    // As on the day it was published: what held then, and what it announced.
    prices: pricesInTime({ content, publishedOn: version.publishedOn }, [], version.publishedOn),
    listingVersionId,
    moduleVersionId,
    sha256,
    publishedOn: version.publishedOn,
  }
  return {
    module,
    life: { kind: found.life },
    isCurrent: found.life === 'listed' && found.module.listingVersionId === listingVersionId,
    reference: await getListingReference(db, { id, supplierId: module.supplier.id }, content, today),
  }
}
