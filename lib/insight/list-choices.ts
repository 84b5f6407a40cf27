import { emptyFilter, type ModuleFilter } from '@/lib/catalogue/module-filter'
import type { ModulesFound } from '@/lib/catalogue/module-view'
import { searchModules } from '@/lib/catalogue/search-modules'
import type { Context } from '@/lib/platform/context'
import type { PracticeFacts } from './practice'

/** The six capabilities that together are a clinical system. */
export const foundation = ['C11', 'C12', 'C13', 'C14', 'C15', 'C5']

/** The search that finds whole clinical systems, the cheapest first where the list size of the practice is known. */
export function choicesFilter(practice: PracticeFacts): ModuleFilter {
  const n = practice.list?.patients ?? null
  return { ...emptyFilter, cap: foundation, n, sort: n === null ? null : 'price' }
}

/** What a practice could run instead: whole clinical systems that are listed now. Public. */
export function listChoices(ctx: Context, practice: PracticeFacts): Promise<ModulesFound> {
  return searchModules(ctx, choicesFilter(practice))
}
