import 'server-only'
import { listExpiries } from '@/lib/catalogue/list-expiries'
import { listModuleNames } from '@/lib/catalogue/list-module-names'
import { searchModules } from '@/lib/catalogue/search-modules'
import { organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { mostFound, type SavedFilterSummary, type SavedFilterView } from './saved-filter'
import { expiryMarks, filterOf, since } from './saved-filter-rules'
import { findSavedFilter, findSavedFilters } from './saved-filter-store'

/** A saved filter of one of the actor's organisations, run again: what it finds, and what is new or gone. */
export async function getSavedFilter(ctx: Context, id: string): Promise<SavedFilterView | undefined> {
  const saved = isId(id) ? await findSavedFilter(db, organisationsOf(ctx.actor), id) : undefined
  if (!saved) return undefined
  const filter = filterOf(saved.query)
  const { cards } = await searchModules(ctx, filter, mostFound)
  const found = cards.map((card) => card.id)
  const [sinceLook, sinceSave] = [since(saved.foundAtLook, found), since(saved.foundAtSave, found)]
  const names = await listModuleNames(ctx.actor, sinceLook.gone)
  const goneNames = sinceLook.gone.map((gone) => names.get(gone) ?? 'A module that was removed')
  return { ...saved, marks: await marksOf(ctx, saved.query), cards, sinceLook, sinceSave, goneNames }
}

/** The saved filters of the actor's organisations, live ones first, each with what in it expires. */
export async function listSavedFilters(ctx: Context): Promise<SavedFilterSummary[]> {
  const saved = await findSavedFilters(db, organisationsOf(ctx.actor))
  return Promise.all(saved.map(async (filter) => ({ ...filter, marks: await marksOf(ctx, filter.query) })))
}

const marksOf = async (ctx: Context, query: string): Promise<string[]> =>
  expiryMarks(await listExpiries(ctx.actor, filterOf(query)), dayOf(ctx.now))
