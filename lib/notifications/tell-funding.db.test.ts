import { beforeEach, describe, expect, it } from 'vitest'
import { approveFunding } from '@/lib/funding/approve-funding'
import { declineFunding } from '@/lib/funding/decline-funding'
import { type Actor, system } from '@/lib/platform/actor'
import { dateFromDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { feedStart, readFeed } from '@/lib/platform/event-feed'
import { answer } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { settledEvents } from '@/lib/testing/settled-events'
import { budgetLine, fundingRequest } from '@/prisma/factories/funding'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { tellFundingDecided } from './tell-funding-decided'
import { tellFundingRequested } from './tell-funding-requested'

useDatabase()
let payerId: string
let asker: Actor
let approver: Actor
let requestId: string

beforeEach(async () => {
  payerId = (await organisation.commissioner()).id
  asker = await person.practiceManager((await organisation.practice()).id, { email: 'asker@test.example' })
  approver = await person.approver(payerId, 100_000_000n, { email: 'approver@test.example' })
  await budgetLine(payerId, 10_000_000n)
  const asked = await fundingRequest.submitted(asker, payerId, 1_000_000n)
  if (!asked.ok) throw new Error(asked.refusal.kind)
  requestId = asked.value.id
})

const eventNamed = async (name: string) => {
  await settledEvents()
  return (await readFeed(db, feedStart, 100)).events.find((event) => event.name === name)!
}
const tellRequested = async () => tellFundingRequested(contextOf(system), await eventNamed('FundingRequested'))
const tellDecided = async (name: string) => tellFundingDecided(contextOf(system), await eventNamed(name))
const letters = () =>
  db.mailMessage.findMany({ select: { recipient: true, subject: true, body: true }, orderBy: { recipient: 'asc' } })
const recipients = async () => (await letters()).map((letter) => letter.recipient)
const leave = (actor: Actor) =>
  db.grant.updateMany({ where: { personId: actor.userId }, data: { endedAt: noon, endReason: 'They have left' } })

describe('a request for funding', () => {
  it('is told to every approver of the payer, with its sum, its day and its address', async () => {
    await person.approver(payerId, 1n, { email: 'second@test.example' })
    await tellRequested()
    expect(await recipients()).toEqual(['approver@test.example', 'second@test.example'])
    expect((await letters())[0]!.body).toMatch(/£10,000\.00[\s\S]*30 March 2026[\s\S]*\/funding\/[0-9a-f-]{36}$/)
  })

  it('is told once, however often the event is heard, and by how many at once', async () => {
    await Promise.all([tellRequested(), tellRequested(), tellRequested()])
    await tellRequested()
    expect(await recipients()).toEqual(['approver@test.example'])
  })

  it('is told to nobody who could not read it', async () => {
    await person.approver((await organisation.commissioner()).id, 1n, { email: 'elsewhere@test.example' })
    await person.requester(payerId, { email: 'no-approver@test.example' })
    const past = await person.approver(payerId, 1n, { email: 'past@test.example' })
    await db.grant.updateMany({ where: { personId: past.userId }, data: { validTo: dateFromDay('2026-03-01') } })
    const future = await person.approver(payerId, 1n, { email: 'future@test.example' })
    await db.grant.updateMany({ where: { personId: future.userId }, data: { validFrom: dateFromDay('2026-03-03') } })
    await leave(await person.approver(payerId, 1n, { email: 'left@test.example' }))
    const gone = await person.approver(payerId, 1n, { email: 'gone@test.example' })
    await db.person.update({ where: { id: gone.userId }, data: { endedAt: noon } })
    await tellRequested()
    expect(await recipients()).toEqual(['approver@test.example'])
  })
})

describe('a decision', () => {
  const approve = () => answer(approveFunding(contextOf(approver), { id: requestId, version: 1, reason: 'a note' }))

  it('that approves is told to the person who asked, once', async () => {
    expect(await approve()).toBe('done')
    await Promise.all([tellDecided('FundingApproved'), tellDecided('FundingApproved')])
    expect(await letters()).toEqual([
      {
        recipient: 'asker@test.example',
        subject: 'Your funding request is approved',
        body: expect.stringContaining('A thing: approved.'),
      },
    ])
  })

  it('that declines says why', async () => {
    const input = { id: requestId, version: 1, code: 'poor-value' as const, reason: 'Others cost half as much' }
    expect(await answer(declineFunding(contextOf(approver), input))).toBe('done')
    await tellDecided('FundingDeclined')
    expect((await letters())[0]!.body).toContain('It is poor value.\nOthers cost half as much')
  })

  it('is not told to somebody who has left since', async () => {
    await leave(asker)
    await approve()
    await tellDecided('FundingApproved')
    expect(await letters()).toEqual([])
  })

  it('and the request are two letters to a person who is told of both', async () => {
    await tellRequested()
    await approve()
    await tellDecided('FundingApproved')
    expect(await recipients()).toEqual(['approver@test.example', 'asker@test.example'])
  })
})
