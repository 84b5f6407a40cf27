import 'server-only'
import { listStandardValues } from '@/lib/assurance/list-standard-values'
import { listModules } from '@/lib/catalogue/get-module'
import { getReferenceNames } from '@/lib/catalogue/get-reference-names'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { comparisonLines } from '../comparison-rules'
import type { SavedComparison, SavedComparisonView } from './saved-comparison'
import { changesSince } from './saved-comparison-rules'
import { findSavedComparison, findSavedComparisons } from './saved-comparison-store'

/** A saved comparison of one of the actor's organisations as it was, and beside it what says something else today. */
export async function getSavedComparison(ctx: Context, id: string): Promise<SavedComparisonView | undefined> {
  const saved = isId(id) ? await findSavedComparison(db, organisationsOf(ctx.actor), id) : undefined
  if (!saved) return undefined
  const ids = saved.content.modules.map((m) => m.id)
  const [modules, names] = await Promise.all([listModules(ctx, ids), getReferenceNames(ctx.actor)])
  const standards = await listStandardValues(
    ctx,
    modules.map((m) => m.moduleVersionId),
  )
  const lines = comparisonLines(modules, names, saved.content, standards)
  return { ...saved, changes: changesSince(saved.content, { modules, lines }) }
}

/** The saved comparisons of the actor's organisations, the newest first. */
export const listSavedComparisons = (actor: Actor): Promise<SavedComparison[]> =>
  findSavedComparisons(db, organisationsOf(actor))
