import { describe, expect, it } from 'vitest'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { db } from './db'
import { firstBreak } from './event-chain'
import { feedStart, readFeed } from './event-feed'
import { record } from './record'
import { refuse } from './refusal'
import { transaction } from './transaction'

const database = useDatabase()
const happening = (id: string) => ({ name: 'ThingHappened', about: { type: 'Thing', id }, data: { pence: 12n } })

async function chain() {
  const events = await db.event.findMany({ orderBy: { position: 'asc' } })
  const head = await db.eventChain.findUniqueOrThrow({ where: { id: 'public' } })
  return firstBreak(events, head)
}

describe('record', () => {
  it('U2: fifty writers at once make one chain without a fork', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, i) => transaction((tx) => record(tx, contextOf(), happening(String(i))))),
    )
    expect(await db.event.count()).toBe(50)
    expect(await chain()).toBeUndefined()
  })

  it('an act that is refused leaves no event', async () => {
    const answer = await transaction(async (tx) => {
      await record(tx, contextOf(), happening('1'))
      return refuse({ kind: 'stale' })
    })
    expect(answer).toEqual({ ok: false, refusal: { kind: 'stale' } })
    expect(await db.event.count()).toBe(0)
  })

  it('the portal may neither change, delete nor truncate an event', async () => {
    await transaction((tx) => record(tx, contextOf(), happening('1')))
    await expect(db.$executeRaw`update "Event" set name = 'x'`).rejects.toThrow(/permission denied/)
    await expect(db.$executeRaw`delete from "Event"`).rejects.toThrow(/permission denied/)
    await expect(db.$executeRaw`truncate "Event"`).rejects.toThrow(/permission denied/)
  })

  it('U1: not even the owner may, while the triggers stand', async () => {
    await transaction((tx) => record(tx, contextOf(), happening('1')))
    await expect(database.asOwner(`update "Event" set name = 'x'`)).rejects.toThrow(/append-only/)
    await expect(database.asOwner(`delete from "Event"`)).rejects.toThrow(/append-only/)
    await expect(database.asOwner(`truncate "Event"`)).rejects.toThrow(/append-only/)
  })

  it.each([
    ['name', `name = 'ThingHappenec'`],
    ['data', `data = '{"pence":"13"}'`],
    ['actor', `"actorId" = 'somebody-else'`],
    ['time', `at = at + interval '1 millisecond'`],
    ['hash', `hash = repeat('a', 64)`],
  ])('U2: a changed %s is found', async (_, change) => {
    for (const id of ['1', '2', '3']) await transaction((tx) => record(tx, contextOf(), happening(id)))
    await database.asOwner(
      `set session_replication_role = replica; update "Event" set ${change} where position = 2; set session_replication_role = default`,
    )
    expect(await chain()).toMatchObject({ position: 2 })
  })

  it('U4: a person can be forgotten in the history, and the chain still holds; nobody else can be put in their place', async () => {
    for (const id of ['1', '2', '3']) await transaction((tx) => record(tx, contextOf(), happening(id)))
    const setActor = (name: string) =>
      database.asOwner(
        `set session_replication_role = replica; update "Event" set "actorId" = '${name}'; set session_replication_role = default`,
      )
    await setActor('forgotten')
    expect(await chain()).toBeUndefined()
    await setActor('somebody-else')
    expect(await chain()).toMatchObject({ position: 1 })
  })

  it('a removed last event is found by the head', async () => {
    for (const id of ['1', '2']) await transaction((tx) => record(tx, contextOf(), happening(id)))
    await database.asOwner(
      `set session_replication_role = replica; delete from "Event" where position = 2; set session_replication_role = default`,
    )
    expect(await chain()).toMatchObject({ because: 'the head of the chain is not its last event' })
  })
})

describe('the event feed', () => {
  it('loses no event of a slower writer; a reader by id alone does', async () => {
    let finish = () => {}
    const gate = new Promise<void>((done) => (finish = done))
    let started = () => {}
    const begun = new Promise<void>((done) => (started = done))
    const slow = transaction(async (tx) => {
      await record(tx, contextOf(), { ...happening('slow'), organisationId: 'a' })
      started()
      await gate
    })
    await begun
    await transaction((tx) => record(tx, contextOf(), { ...happening('fast'), organisationId: 'b' }))
    const naive = await db.event.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
    const first = await readFeed(db, feedStart, 10)
    finish()
    await slow
    const naiveSeen = [
      ...naive,
      ...(await db.event.findMany({ where: { id: { gt: naive.at(-1)!.id } }, select: { id: true } })),
    ]
    // Transactions of other databases on the server hold the snapshot back too: the reader waits, it loses nothing.
    const seen = [...first.events]
    for (let next = first.next, tries = 0; seen.length < 2 && tries < 200; tries++) {
      const page = await readFeed(db, next, 10)
      seen.push(...page.events)
      next = page.next
      await new Promise((done) => setTimeout(done, 25))
    }
    expect(naiveSeen).toHaveLength(1)
    expect(seen.map((e) => e.about.id).sort()).toEqual(['fast', 'slow'])
  })
})

describe('time', () => {
  it('an instant comes back as it went in, whatever the time zone of the process', async () => {
    const at = new Date('2026-07-01T12:00:00.123Z')
    await transaction((tx) => record(tx, contextOf(undefined, at), happening('1')))
    expect((await db.event.findFirstOrThrow()).at).toEqual(at)
  })
})
