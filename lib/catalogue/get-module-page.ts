import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { findListings } from './frozen-listing-store'
import { getListingReference } from './get-listing-reference'
import type { ModuleLife, ModulePage } from './listing-reference'
import { findModulesEver, type ModuleEver } from './module-store'

/** Everything a module's page says of its text; undefined where it was never published. What was published is everybody's to read. */
import { pricesInTime } from './price-time-rules'

export async function getModulePage(ctx: Context, id: string): Promise<ModulePage | undefined> {
  const today = dayOf(ctx.now)
  const [found] = isId(id) ? await findModulesEver(db, [id], today) : []
  if (!found) return undefined
  const { module } = found
  const reference = await getListingReference(db, { id, supplierId: module.supplier.id }, module.listing, today)
  return { module, life: lifeOf(found), reference }
}

function lifeOf({ life, statusReason, lastOrderDay }: ModuleEver): ModuleLife {
  if (life === 'supplier-suspended') return { kind: life, because: statusReason }
  return life === 'listed' && lastOrderDay !== null ? { kind: 'withdrawing', lastOrderDay } : { kind: life }
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
    life: lifeOf(found),
    isCurrent: found.life === 'listed' && found.module.listingVersionId === listingVersionId,
    reference: await getListingReference(db, { id, supplierId: module.supplier.id }, content, today),
  }
}
