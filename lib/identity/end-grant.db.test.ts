import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { answer, because } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { endGrant } from './end-grant'
import { listHolders } from './list-holders'
import { getGrant, listPeople } from './list-people'
import { listRoleHolders } from './list-role-holders'
import { openSession } from './open-session'
import { readSession } from './read-session'

useDatabase()
const reason = 'They have left the organisation'
let curator: Actor
let approver: Actor
let payer: string
let grantId: string
const end = (actor: Actor, id = grantId) => endGrant(contextOf(actor), { id, reason })
const grantOfPerson = async (actor: Actor) =>
  (await db.grant.findFirstOrThrow({ where: { personId: actor.userId }, select: { id: true } })).id

beforeEach(async () => {
  curator = await person.curator((await organisation.authority()).id)
  payer = (await organisation.commissioner()).id
  approver = await person.approver(payer, 10_000_000n, { name: 'Ann_ Approver', email: 'ann@test.example' })
  grantId = await grantOfPerson(approver)
})

describe('taking a role away', () => {
  it('is found by nobody but a curator', async () => {
    expect(await answer(end(approver))).toBe('not-found')
    expect(await answer(end(contextOf().actor))).toBe('not-found')
    expect(await db.grant.count({ where: { endedAt: { not: null } } })).toBe(0)
  })

  it.each(['11111111-1111-4111-8111-111111111111', 'x', ''])('finds no grant "%s"', async (id) => {
    expect(await answer(end(curator, id))).toBe('not-found')
  })

  it('takes effect at once, also where the person is signed in, and leaves one event without the words', async () => {
    const token = await openSession(approver.userId, noon)
    expect(await answer(end(curator))).toBe('done')
    expect((await readSession(token, noon))?.actor.grants).toEqual([])
    expect(await listRoleHolders(db, payer, 'funding-approver', noon)).toEqual([])
    expect(await listHolders(db, 'funding-approver', payer, '2026-03-02')).toEqual([])
    expect(await db.grant.findFirst({ where: { id: grantId } })).toMatchObject({
      endReason: reason,
      endedById: curator.userId,
    })
    const events = await db.event.findMany({ select: { name: true, aboutId: true, data: true } })
    expect(events).toEqual([
      {
        name: 'GrantEnded',
        aboutId: approver.userId,
        data: { grantId, role: 'funding-approver', organisationId: payer },
      },
    ])
  })

  it('happens once when ten do it at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => answer(end(curator))))
    expect(answers.filter((a) => a === 'done')).toHaveLength(1)
    expect(await db.event.count()).toBe(1)
  })

  it('leaves a curator their own role', async () => {
    const own = await grantOfPerson(curator)
    expect(await because(end(curator, own))).toContain('another curator')
    expect((await getGrant(contextOf(curator), own))?.decision.allowed).toBe(false)
  })
})

describe('the list of people', () => {
  it('shows a curator who has which roles today, and nobody else anything', async () => {
    const found = await listPeople(contextOf(curator), '')
    expect(found?.people.map((p) => [p.name, p.grants.map((g) => [g.role, g.limit])])).toEqual([
      ['A curator', [['Curator', null]]],
      ['Ann_ Approver', [['Funding approver', 'up to £100,000.00']]],
    ])
    for (const actor of [approver, contextOf().actor]) {
      expect(await listPeople(contextOf(actor), '')).toBeUndefined()
      expect(await getGrant(contextOf(actor), grantId)).toBeUndefined()
    }
    await end(curator)
    expect((await listPeople(contextOf(curator), 'ann@'))?.people[0]?.grants).toEqual([])
  })

  it('finds by a part of name or address, and takes no wildcard for one', async () => {
    const names = async (text: string) => (await listPeople(contextOf(curator), text))?.people.map((p) => p.name)
    expect(await names('approv')).toEqual(['Ann_ Approver'])
    expect(await names('ANN@test')).toEqual(['Ann_ Approver'])
    expect(await names('_')).toEqual(['Ann_ Approver'])
    expect(await names('%')).toEqual([])
    expect(await names('\\')).toEqual([])
  })
})
