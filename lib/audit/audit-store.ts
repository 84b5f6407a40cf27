import 'server-only'
import type { Tx } from '@/lib/platform/db'

export async function findEventsAbout(tx: Tx, things: { type: string; id: string }[]) {
  return tx.event.findMany({
    where: { OR: things.map(({ type, id }) => ({ aboutType: type, aboutId: id })) },
    select: {
      id: true,
      name: true,
      aboutType: true,
      aboutId: true,
      actorKind: true,
      actorId: true,
      organisationId: true,
      fromState: true,
      toState: true,
      data: true,
      at: true,
    },
    orderBy: { id: 'asc' },
    take: 500,
  })
}

export async function findNames(tx: Tx, personIds: string[], organisationIds: string[]) {
  const people = await tx.person.findMany({ where: { id: { in: personIds } }, select: { id: true, name: true } })
  const organisations = await tx.organisation.findMany({
    where: { id: { in: organisationIds } },
    select: { id: true, name: true },
  })
  return new Map([...people, ...organisations].map(({ id, name }) => [id, name]))
}

export async function findChainHeads(tx: Tx) {
  return tx.eventChain.findMany({ select: { id: true, position: true, hash: true }, orderBy: { id: 'asc' } })
}

export async function findChain(tx: Tx, chainId: string) {
  return tx.event.findMany({ where: { chainId }, orderBy: { position: 'asc' } })
}

/** Events whose chain has no head: somebody took the head away. */
export async function findHeadless(tx: Tx): Promise<{ chainId: string }[]> {
  return tx.$queryRaw`select distinct "chainId" from "Event" e where not exists (select 1 from "EventChain" c where c.id = e."chainId")`
}

export async function findHeartbeat(tx: Tx): Promise<Date | undefined> {
  const [row] = await tx.$queryRaw<{ at: Date }[]>`select at from "Heartbeat" where name = 'worker'`
  return row?.at
}

/** Events of these names in one chain, in the order in which they were written; at most 100,000. */
export async function findChainEvents(tx: Tx, chainId: string, names: string[]) {
  return tx.event.findMany({
    where: { chainId, name: { in: names } },
    select: { name: true, aboutId: true, data: true, at: true },
    orderBy: { position: 'asc' },
    take: 100_000,
  })
}
