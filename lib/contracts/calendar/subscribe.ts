import 'server-only'
import { z } from 'zod'
import { getMember } from '@/lib/identity/list-role-holders'
import type { Actor } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { newId, newToken } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { openSecret, sealSecret } from '@/lib/platform/secret-box'
import { transaction } from '@/lib/platform/transaction'
import { getNoticeCalendar } from '../get-notice-calendar'
import { findSubscriptionByToken, findSubscriptions, insertSubscription, revoke } from './subscription-store'

const most = 5
export const revokeInput = z.object({ id: z.uuid() })

/** A calendar address of the actor's own for the organisation they act for (H1): a random token, one a subscription. */
export function subscribeToCalendar(ctx: Context): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const { userId: personId, organisationId } = ctx.actor
    if (!organisationId) return refuse({ kind: 'forbidden', because: 'You act for no organisation that has contracts' })
    if ((await findSubscriptions(tx, personId)).length >= most)
      return refuse({ kind: 'conflict', because: `You have ${most} addresses already. Revoke one first.` })
    const [id, token] = [newId(), newToken()]
    const sealedToken = sealSecret(personId, token)
    await insertSubscription(tx, { id, personId, organisationId, madeAt: ctx.now, token, sealedToken })
    await record(tx, ctx, { name: 'CalendarSubscribed', about: { type: 'CalendarSubscription', id }, to: 'live' })
    return ok({ id })
  })
}

/** Takes an address back: from then on it is not found. */
export function revokeCalendar(ctx: Context, { id }: z.infer<typeof revokeInput>): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    if (!(await revoke(tx, id, ctx.actor.userId, ctx.now))) return refuse({ kind: 'not-found' })
    await record(tx, ctx, { name: 'CalendarRevoked', about: { type: 'CalendarSubscription', id }, to: 'revoked' })
    return ok({ id })
  })
}

/** The actor's own addresses that are in force. */
export async function listCalendarAddresses(actor: Actor): Promise<{ id: string; madeAt: Date; address: string }[]> {
  return (await findSubscriptions(db, actor.userId)).map(({ id, madeAt, personId, sealedToken }) => ({
    id,
    madeAt,
    address: `${env().publicUrl}/contracts/calendar/${openSecret(personId, sealedToken)}`,
  }))
}

/** The calendar behind a token, while its owner still belongs to the organisation; undefined otherwise. */
export async function readCalendar(ctx: Context, token: string): Promise<string | undefined> {
  const found = /^[\w-]{43}$/.test(token) ? await findSubscriptionByToken(db, token) : null
  if (!found || !(await getMember(db, found.personId, found.organisationId, ctx.now))) return undefined
  const { personId: userId, organisationId } = found
  const grants = [{ role: 'calendar', organisationId, limitPence: null }]
  return getNoticeCalendar({ ...ctx, actor: { kind: 'person', userId, organisationId, grants } })
}
