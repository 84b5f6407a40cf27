import { type Actor, type Grant, visitor } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'

/** The instant of every suite: Monday 2 March 2026, 10:00 in London. Moved only on purpose. */
export const noon = new Date('2026-03-02T10:00:00Z')

export function contextOf(actor: Actor = visitor, now: Date = noon): Context {
  return { actor, now, requestId: 'test' }
}

/** An actor with grants, without a row in the database: for policies and pure rules. */
export function actorWith(
  userId: string,
  ...grants: (Omit<Grant, 'limitPence'> & { limitPence?: bigint | null })[]
): Actor {
  return {
    kind: 'person',
    userId,
    organisationId: grants[0]?.organisationId ?? null,
    grants: grants.map((g) => ({ limitPence: null, ...g })),
  }
}
