import 'server-only'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { keyOf, type StripeAct } from './stripe-call'
import { keepMade, noteTry } from './stripe-call-store'

/** How far Stripe's clock may be behind ours where what was made is looked for, in seconds. */
const skew = 600

export type Making = {
  /** Looks for the object among those that Stripe made since then (seconds); lists are never behind, a search may be. */
  find: (since: number) => Promise<{ id: string } | undefined>
  make: (options: { idempotencyKey: string }) => Promise<{ id: string }>
}

/**
 * Makes one object at Stripe, whatever happens in between (I4): the try is written down first, so whoever comes after a crash,
 * a lost answer, a 500 that the key will repeat or a key that has died looks for what was made, and makes it only where there is
 * none. Two at once use the same key. No transaction is open while Stripe is asked.
 * @returns Stripe's id.
 */
export async function makeOnce(ctx: Context, act: StripeAct, { find, make }: Making): Promise<string> {
  const tried = await noteTry(db, act, ctx.now)
  if (tried.stripeId) return tried.stripeId
  const since = Math.floor(tried.firstTriedAt.getTime() / 1000) - skew
  const found = tried.triedBefore ? await find(since) : undefined
  const { id } = found ?? (await make({ idempotencyKey: keyOf(act) }))
  await keepMade(db, act, id, ctx.now)
  return id
}

/** The first of a list of Stripe, page by page, that is meant. */
export async function firstOf<T>(list: AsyncIterable<T>, isMeant: (one: T) => boolean): Promise<T | undefined> {
  for await (const one of list) if (isMeant(one)) return one
  return undefined
}
