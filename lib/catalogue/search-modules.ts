import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { facetsOf } from './facet-rules'
import type { ModuleFilter } from './module-filter'
import { countModules, listCards, listKnownNames } from './module-search-store'
import type { ModulesFound } from './module-view'
import { correctSpelling } from './spelling-rules'

/**
 * The catalogue's list: one page of cards and every facet value with its true count (CAT-1 to CAT-6). What is published is
 * everybody's to read. At most four statements, of which two only where a search found nothing and is corrected.
 */
export async function searchModules(ctx: Context, asked: ModuleFilter): Promise<ModulesFound> {
  const today = dayOf(ctx.now)
  const first = await countModules(db, asked, today)
  const isLost = asked.q !== '' && first.words === 0
  const corrected = isLost ? correctSpelling(asked.q, await listKnownNames(db)) : undefined
  const filter = corrected === undefined ? asked : { ...asked, q: corrected }
  const { total, groups } = corrected === undefined ? first : await countModules(db, filter, today)
  const pages = Math.max(1, Math.ceil(total / filter.size))
  const page = Math.min(filter.page, pages)
  return {
    filter: { ...asked, page },
    total,
    pages,
    cards: total === 0 ? [] : await listCards(db, { ...filter, page }, today),
    facets: facetsOf(groups, filter, total),
    correctedTo: corrected ?? null,
  }
}
