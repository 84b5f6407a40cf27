import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { findModules } from './module-store'
import type { ModuleView } from './module-view'

/** A published module of an active supplier; undefined otherwise. What is published is everybody's to read (CAT-1). */
export async function getModule(ctx: Context, id: string): Promise<ModuleView | undefined> {
  return (await listModules(ctx, [id]))[0]
}

/** Several published modules in the order asked for, each once; those that cannot be read are left out. */
export async function listModules(ctx: Context, ids: string[], tx: Tx = db): Promise<ModuleView[]> {
  const asked = [...new Set(ids.filter(isId))]
  if (asked.length === 0) return []
  const found = await findModules(tx, asked, dayOf(ctx.now))
  return asked.flatMap((id) => found.find((m) => m.id === id) ?? [])
}
