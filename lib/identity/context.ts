import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { visitor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { sessionCookieName } from './csrf'
import { readSession } from './read-session'

/** The signed-in person of this request, read once however many parts of the page ask. */
export const readSignedIn = cache(async () => readSession((await cookies()).get(sessionCookieName())?.value, now()))

/** The context of a page that everybody may see: the signed-in person, or a visitor. */
export async function readContext(): Promise<Context> {
  const signedIn = await readSignedIn()
  return {
    actor: signedIn?.actor ?? visitor,
    now: now(),
    requestId: (await headers()).get('x-request-id')?.slice(0, 64) ?? newId(),
  }
}

/** The context of a page or action that asks for a person: a visitor is sent to sign in, and comes back. */
export async function requireContext(): Promise<Context> {
  const ctx = await readContext()
  if (ctx.actor.kind === 'visitor')
    redirect(`/sign-in?back=${encodeURIComponent((await headers()).get('x-path') ?? '/')}`)
  return ctx
}
