import 'server-only'
import { sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { deleteByToken, deleteExpired, deleteSession, deleteSessions } from './session-store'

/** Ends one of the actor's own sessions; somebody else's is not found. */
export function endSession(ctx: Context, tokenHash: string): Promise<Result<number>> {
  return transaction(async (tx) => {
    const ended = await deleteSession(tx, ctx.actor.userId, tokenHash)
    if (ended === 0) return refuse({ kind: 'not-found' })
    await record(tx, ctx, { name: 'SessionEnded', about: { type: 'Person', id: ctx.actor.userId }, data: { ended } })
    return ok(ended)
  })
}

/** Signs the actor out everywhere, this browser included. @returns how many sessions ended. */
export function endAllSessions(ctx: Context): Promise<Result<number>> {
  return transaction(async (tx) => {
    const ended = await deleteSessions(tx, ctx.actor.userId)
    await record(tx, ctx, {
      name: 'SignedOutEverywhere',
      about: { type: 'Person', id: ctx.actor.userId },
      data: { ended },
    })
    return ok(ended)
  })
}

/** Ends the session of a token, where its holder signs out at next-auth's own address: a cleared cookie alone ends nothing. */
export async function closeSession(token: string | undefined): Promise<void> {
  if (token) await deleteByToken(db, sha256Hex(token))
}

/** Work of the clock: sessions that have run out are of no use to anybody. */
export const forgetExpiredSessions = (ctx: Context): Promise<number> => deleteExpired(db, ctx.now)
