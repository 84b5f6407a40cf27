import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { facetsOf, withoutUnknown } from './facet-rules'
import type { ModuleFilter } from './module-filter'
import { type Finder, inDatabase } from './module-search-store'
import type { ModulesFound } from './module-view'
import { inMemory } from './read-model/find-in-memory'
import { currentReadModel } from './read-model/keep-read-model'
import { correctSpelling } from './spelling-rules'

/**
 * The catalogue's list: one page of cards and every facet value with its true count (CAT-1 to CAT-6). What is published is
 * everybody's to read. Answered from memory where this process keeps the catalogue, else in at most four statements, two of
 * them only where the search had to be corrected. A page holds `rows`: a download's is longer.
 */
export async function searchModules(
  ctx: Context,
  asked: ModuleFilter,
  rows: number = asked.size,
): Promise<ModulesFound> {
  const model = currentReadModel()
  return searchWith(model ? inMemory(model) : inDatabase(db), ctx, asked, rows)
}

/** The same, asking one of the two. */
export async function searchWith(
  finder: Finder,
  ctx: Context,
  asked: ModuleFilter,
  rows: number = asked.size,
): Promise<ModulesFound> {
  const today = dayOf(ctx.now)
  const first = await finder.count(asked, today)
  const isLost = asked.q !== '' && first.words === 0
  const corrected = isLost ? correctSpelling(asked.q, await finder.knownNames()) : undefined
  const known = withoutUnknown(asked, first.names)
  const filter = corrected === undefined ? known.filter : { ...known.filter, q: corrected }
  const isAsAsked = corrected === undefined && known.ignored.length === 0
  const { total, counts, names } = isAsAsked ? first : await finder.count(filter, today)
  const pages = Math.max(1, Math.ceil(total / rows))
  const page = Math.min(filter.page, pages)
  return {
    filter: { ...known.filter, page },
    total,
    pages,
    cards: total === 0 ? [] : await finder.list({ ...filter, page, size: rows }, today),
    facets: facetsOf(counts, names, filter, total),
    correctedTo: corrected ?? null,
    ignored: known.ignored,
  }
}

/** The same from the tables as this transaction sees them, never from memory: for what is kept as evidence (A9). */
export const searchInTransaction = (tx: Tx, ctx: Context, asked: ModuleFilter, rows: number): Promise<ModulesFound> =>
  searchWith(inDatabase(tx), ctx, asked, rows)
