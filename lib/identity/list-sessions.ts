import 'server-only'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import type { OpenSession } from './person'
import { findSessions } from './session-store'

/** The actor's own open sessions, newest first. */
export async function listSessions(ctx: Context, thisTokenHash: string): Promise<OpenSession[]> {
  if (ctx.actor.kind !== 'person') return []
  const rows = await findSessions(db, ctx.actor.userId, ctx.now)
  return rows.map(({ tokenHash, ...row }) => ({ ...row, id: tokenHash, isThisOne: tokenHash === thisTokenHash }))
}
