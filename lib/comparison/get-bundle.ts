import 'server-only'
import { type BundleCheck, checkBundle, offersOf } from '@/lib/catalogue/bundle-rules'
import { getRelations } from '@/lib/catalogue/dependencies/list-dependency-claims'
import { listModules } from '@/lib/catalogue/get-module'
import { getReferenceNames } from '@/lib/catalogue/get-reference-names'
import type { ModuleView, ReferenceNames } from '@/lib/catalogue/module-view'
import type { Context } from '@/lib/platform/context'
import { db, type Tx } from '@/lib/platform/db'
import { type Picture, pictureOf } from './picture-rules'

/** The check of a set with the words for its ids: names of modules and of capabilities. */
export type Bundle = {
  check: BundleCheck
  modules: Record<string, string>
  /** Modules that those of the set name, in it or not. */
  named: Record<string, string>
  capabilities: Record<string, string>
  picture: Picture
}

/** How these published modules fit together as they are listed now (DEP-2); undefined where fewer than two can be bought. */
export async function getBundle(ctx: Context, entries: { moduleId: string }[]): Promise<Bundle | undefined> {
  const ids = entries.map((entry) => entry.moduleId)
  const [modules, names] = await Promise.all([listModules(ctx, ids), getReferenceNames(ctx.actor)])
  return bundleOf(ctx, modules, names)
}

/** The same of modules that are at hand. */
export async function bundleOf(
  ctx: Context,
  modules: ModuleView[],
  names: ReferenceNames,
  tx: Tx = db,
): Promise<Bundle | undefined> {
  const { claims, named } = await getRelations(ctx.actor, modules, tx)
  const offers = offersOf(modules, claims)
  if (offers.length < 2) return undefined
  return {
    check: checkBundle(offers),
    modules: Object.fromEntries(modules.map((m) => [m.id, m.listing.name])),
    named,
    capabilities: Object.fromEntries(Object.entries(names.capabilities).map(([id, c]) => [id, c.name])),
    picture: pictureOf(modules, names, claims),
  }
}
