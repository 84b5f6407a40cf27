import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { keptPages } from '@/lib/platform/kept-pages'
import { findModules } from './module-store'
import type { ModuleView } from './module-view'
import { catalogueStamp } from './read-model/keep-read-model'

/** A published module of an active supplier; undefined otherwise. What is published is everybody's to read (CAT-1). */
export async function getModule(ctx: Context, id: string): Promise<ModuleView | undefined> {
  return (await listModules(ctx, [id]))[0]
}

/** Several published modules in the order asked for, each once; those that cannot be read are left out. A transaction reads its own truth. */
export async function listModules(ctx: Context, ids: string[], tx?: Tx): Promise<ModuleView[]> {
  const asked = [...new Set(ids.filter(isId))]
  if (asked.length === 0) return []
  const found = await (tx ? findModules(tx, asked, dayOf(ctx.now)) : findKept(ctx, asked))
  return asked.flatMap((id) => found.find((m) => m.id === id) ?? [])
}

/** 2 million characters of published text: some hundred modules. */
const views = keptPages<{ view: ModuleView; length: number }>(2_000_000)

/**
 * What was read for one visitor holds for the next, as long as nobody tells of a change. Who is signed in may have changed
 * something a moment ago, and reads the database.
 */
async function findKept(ctx: Context, ids: string[]): Promise<ModuleView[]> {
  const today = dayOf(ctx.now)
  const stampNow = () => (ctx.actor.kind === 'visitor' ? catalogueStamp() : undefined)
  const stamp = stampNow()
  if (stamp === undefined) return findModules(db, ids, today)
  const known = ids.flatMap((id) => views.find(id, `${stamp} ${today}`)?.view ?? [])
  const missing = ids.filter((id) => !known.some((view) => view.id === id))
  const read = missing.length === 0 ? [] : await findModules(db, missing, today)
  if (stamp === stampNow())
    for (const view of read)
      views.keep(view.id, `${stamp} ${today}`, { view, length: JSON.stringify(view.listing).length })
  return [...known, ...read]
}
