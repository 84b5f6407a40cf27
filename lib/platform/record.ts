import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Context } from './context'
import type { Tx } from './db'
import { actorReference, eventHash, noHash } from './event-chain'

export type Happening = {
  name: string
  about: { type: string; id: string }
  from?: string
  to?: string
  /** Whose chain it stands in; the actor's organisation where left out, 'public' where there is none. */
  organisationId?: string | null
  /** Ids, codes and figures; never names or contact details. bigint is kept as a string of digits. */
  data?: Record<string, unknown>
}

/**
 * Writes one event in the transaction of its move. The chain's head row is locked first, so positions never fork;
 * `max(position)` behind an advisory lock does, under load. Call it last: the lock is held until the transaction ends.
 */
export async function record(tx: Tx, ctx: Context, happening: Happening): Promise<void> {
  const organisationId = happening.organisationId === undefined ? ctx.actor.organisationId : happening.organisationId
  const chainId = organisationId ?? 'public'
  const [head] = await tx.$queryRaw<{ position: number; hash: string }[]>`
    insert into "EventChain" (id, position, hash) values (${chainId}, 1, ${noHash})
    on conflict (id) do update set position = "EventChain".position + 1 returning position, hash`
  const event = {
    chainId,
    position: head!.position,
    name: happening.name,
    aboutType: happening.about.type,
    aboutId: happening.about.id,
    actorKind: ctx.actor.kind,
    actorRef: actorReference(ctx.actor.userId, randomBytes(9).toString('base64url')),
    organisationId,
    fromState: happening.from ?? null,
    toState: happening.to ?? null,
    data: plain(happening.data ?? {}),
    requestId: ctx.requestId,
    at: ctx.now,
    previousHash: head!.hash,
  }
  const hash = eventHash(event)
  // One statement for the event and its place as the head: every command of the house waits for it while it holds the chain.
  await tx.$executeRaw`
    with told as (
      insert into "Event" ("chainId", position, name, "aboutType", "aboutId", "actorKind", "actorId", "actorRef", "organisationId",
        "fromState", "toState", data, "requestId", at, "previousHash", hash)
      values (${event.chainId}, ${event.position}, ${event.name}, ${event.aboutType}, ${event.aboutId}, ${event.actorKind}, ${ctx.actor.userId},
        ${event.actorRef}, ${event.organisationId}, ${event.fromState}, ${event.toState}, ${JSON.stringify(event.data)}::jsonb,
        ${event.requestId}, ${event.at}, ${event.previousHash}, ${hash}))
    update "EventChain" set hash = ${hash} where id = ${chainId}`
}

function plain(data: Record<string, unknown>) {
  return JSON.parse(JSON.stringify(data, (_, v) => (typeof v === 'bigint' ? v.toString() : v)))
}
