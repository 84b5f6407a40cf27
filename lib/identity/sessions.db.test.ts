import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { sha256Hex } from '@/lib/platform/canonical-json'
import { type Day, dateFromDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { answer } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { chooseOrganisation } from './choose-organisation'
import { closeSession, endAllSessions, endSession, forgetExpiredSessions } from './end-session'
import { getAccount } from './get-account'
import { listSessions } from './list-sessions'
import { openSession } from './open-session'
import { readSession } from './read-session'

useDatabase()
let manager: Actor
let other: Actor
let practiceId: string
const hours = (n: number) => new Date(noon.getTime() + n * 3_600_000)
const rolesAt = async (token: string, at: Date) => (await readSession(token, at))?.actor.grants.map((g) => g.role)

beforeEach(async () => {
  practiceId = (await organisation.practice()).id
  manager = await person.practiceManager(practiceId)
  other = await person.partner(practiceId)
})

describe('a session', () => {
  it('is known by its token, of which the database holds only the SHA-256', async () => {
    const token = await openSession(manager.userId, noon, 'Firefox')
    const [row] = await db.session.findMany()
    expect(JSON.stringify(row)).not.toContain(token)
    expect(row).toMatchObject({ tokenHash: sha256Hex(token), agent: 'Firefox', provedAt: noon })
    expect(await readSession(token, noon)).toMatchObject({ actor: manager, tokenHash: sha256Hex(token) })
  })

  it('ends after 12 hours, and nobody is known by another token, by its hash, by none or by a novel', async () => {
    const token = await openSession(manager.userId, noon)
    expect(await readSession(token, new Date(hours(12).getTime() - 1))).toBeDefined()
    expect(await readSession(token, hours(12))).toBeUndefined()
    for (const wrong of ['wrong', sha256Hex(token), '', undefined, 'x'.repeat(10_000)])
      expect(await readSession(wrong, noon)).toBeUndefined()
  })

  it('that has run out is forgotten by the clock', async () => {
    await openSession(manager.userId, noon)
    await openSession(manager.userId, hours(6))
    expect(await forgetExpiredSessions(contextOf(undefined, hours(13)))).toBe(1)
    expect(await db.session.count()).toBe(1)
  })

  it('of a person who has left is nobody', async () => {
    const token = await openSession(manager.userId, noon)
    await db.person.update({ where: { id: manager.userId }, data: { endedAt: noon } })
    expect(await readSession(token, noon)).toBeUndefined()
  })
})

describe('signing out', () => {
  it('ends one session at once, with an event, and no other', async () => {
    const [one, two] = [await openSession(manager.userId, noon), await openSession(manager.userId, noon)]
    expect(await answer(endSession(contextOf(manager), sha256Hex(one)))).toBe('done')
    expect(await readSession(one, noon)).toBeUndefined()
    expect(await readSession(two, noon)).toBeDefined()
    expect(await db.event.findMany({ select: { name: true, aboutId: true } })).toEqual([
      { name: 'SessionEnded', aboutId: manager.userId },
    ])
  })

  it("does not find another person's session, and writes nothing", async () => {
    const token = await openSession(other.userId, noon)
    expect(await answer(endSession(contextOf(manager), sha256Hex(token)))).toBe('not-found')
    expect(await readSession(token, noon)).toBeDefined()
    expect(await db.event.count()).toBe(0)
  })

  it("everywhere ends all of one's own and nobody else's", async () => {
    const tokens = [await openSession(manager.userId, noon), await openSession(manager.userId, noon)]
    const stays = await openSession(other.userId, noon)
    expect(await endAllSessions(contextOf(manager))).toEqual({ ok: true, value: 2 })
    for (const token of tokens) expect(await readSession(token, noon)).toBeUndefined()
    expect(await readSession(stays, noon)).toBeDefined()
  })

  it("at next-auth's own address ends the session too, not only the cookie", async () => {
    const token = await openSession(manager.userId, noon)
    await closeSession(token)
    await closeSession(undefined)
    expect(await readSession(token, noon)).toBeUndefined()
  })

  it("the account lists one's own open sessions and marks this one", async () => {
    const here = await openSession(manager.userId, noon)
    await openSession(manager.userId, hours(1))
    await openSession(other.userId, noon)
    const sessions = await listSessions(contextOf(manager, hours(1)), sha256Hex(here))
    expect(sessions.map((s) => s.isThisOne)).toEqual([false, true])
    expect(await listSessions(contextOf(), sha256Hex(here))).toEqual([])
  })
})

describe('grants', () => {
  const give = (role: string, validFrom: Day, validTo: Day | null, organisationId = practiceId) =>
    db.grant.create({
      data: {
        id: newId(),
        personId: manager.userId,
        organisationId,
        role,
        validFrom: dateFromDay(validFrom),
        validTo: validTo && dateFromDay(validTo),
      },
    })

  it('count from the first to the last day, both included, by the day in London', async () => {
    await give('gp-partner', '2026-06-01', '2026-06-10')
    const before = new Date('2026-05-31T22:59:00Z') // 23:59 in London, in summer time
    const first = new Date('2026-05-31T23:00:00Z') // midnight in London
    const last = new Date('2026-06-10T22:59:00Z')
    const after = new Date('2026-06-10T23:00:00Z')
    expect(await rolesAt(await openSession(manager.userId, before), before)).toEqual(['practice-manager'])
    expect(await rolesAt(await openSession(manager.userId, first), first)).toEqual(['practice-manager', 'gp-partner'])
    const token = await openSession(manager.userId, last)
    expect(await rolesAt(token, last)).toEqual(['practice-manager', 'gp-partner'])
    expect(await rolesAt(token, after)).toEqual(['practice-manager'])
  })

  it('that end while a person is signed in are gone with the next request', async () => {
    const token = await openSession(manager.userId, noon)
    await db.grant.updateMany({ where: { personId: manager.userId }, data: { endedAt: noon, endReason: 'left' } })
    expect((await readSession(token, noon))?.actor).toMatchObject({ grants: [], organisationId: null })
  })

  it('the organisation chosen counts as long as a grant there does; then it is the first that is left', async () => {
    const second = await organisation.practice()
    await give('practice-manager', '2026-01-01', '2026-03-02', second.id)
    const token = await openSession(manager.userId, noon)
    const { actor } = (await readSession(token, noon))!
    expect(actor.organisationId).toBe(practiceId)
    expect(await answer(chooseOrganisation(contextOf(actor), sha256Hex(token), second.id))).toBe('done')
    expect((await readSession(token, noon))?.actor.organisationId).toBe(second.id)
    const nextDay = new Date('2026-03-03T00:00:00Z')
    await db.session.updateMany({ data: { expiresAt: new Date('2026-03-04T00:00:00Z') } })
    expect((await readSession(token, nextDay))?.actor.organisationId).toBe(practiceId)
  })

  it('nobody acts for an organisation in which they hold no grant', async () => {
    const token = await openSession(manager.userId, noon)
    const stranger = await organisation.practice()
    for (const id of [stranger.id, 'not an id', ''])
      expect(await answer(chooseOrganisation(contextOf(manager), sha256Hex(token), id))).toBe('not-found')
    expect((await readSession(token, noon))?.actor.organisationId).toBe(practiceId)
  })

  it('the account names organisations and roles; a visitor has none', async () => {
    expect(await getAccount(manager)).toMatchObject({
      organisations: [{ id: practiceId, name: 'A practice', roles: ['Practice manager'] }],
    })
    expect(await getAccount(contextOf().actor)).toBeUndefined()
  })
})
