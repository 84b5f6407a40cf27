import { beforeEach, describe, expect, it } from 'vitest'
import { recordSuccession } from '@/lib/identity/record-succession'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers } from '@/prisma/factories/call-off'
import { asFarAs, consents, type JointOrder, jointOrder, neighbour, signs } from '@/prisma/factories/joint-order'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { listGoneOfOrder } from './ask-practices'
import { findCallOff } from './call-off-store'
import { consentOf } from './order-rules'
import { takeSuccessor } from './take-successor'

useDatabase()
let of: Buyers
let order: JointOrder
let successor: Awaited<ReturnType<typeof neighbour>>
let curator: Actor
beforeEach(async () => {
  of = await buyers(noon)
  successor = await neighbour(of, 'New Surgery')
  curator = await person.curator((await organisation.authority()).id)
})

const found = async () => (await findCallOff(db, order.id))!
const succeed = (by: { code: string | null }, succeedsOn = '2026-03-01') =>
  recordSuccession(contextOf(curator), {
    ...{ practice: order.other.practice.code!, successor: by.code!, succeedsOn, source: 'The national register' },
  })
const take = async (actor: Actor = of.manager, given: { practiceId?: string; version?: number } = {}) => {
  const { id, version } = await found()
  return takeSuccessor(contextOf(actor), { id, version, practiceId: order.other.practice.id, ...given })
}

describe('taking the successor into an order', () => {
  beforeEach(async () => {
    order = await jointOrder(of, 'module', 'complete')
  })

  it('climbs the ladder: not found, forbidden, no successor, another payer, stale, done with one event', async () => {
    const stranger = await person.practiceManager((await organisation.practice()).id)
    expect(await answer(take(stranger))).toBe('not-found')
    expect(await answer(take(of.manager, { practiceId: successor.practice.id }))).toBe('not-found')
    expect(await answer(take(order.other.manager))).toBe('forbidden')
    expect(await because(take())).toContain('No successor of this practice is known')
    await value(succeed(successor.practice))
    expect(await answer(take(of.manager, { version: 1 }))).toBe('stale')
    const before = await db.event.count({ where: { name: 'CallOffTermsSaved' } })
    expect(await answer(take())).toBe('done')
    expect(await db.event.count({ where: { name: 'CallOffTermsSaved' } })).toBe(before + 1)
    const { sites } = await found()
    expect(sites.map(({ practiceId }) => practiceId).sort()).toEqual([of.practice.id, successor.practice.id].sort())
  })

  it('refuses a successor of another payer', async () => {
    await value(succeed(await organisation.practice({ name: 'Far away' })))
    expect(await because(take())).toContain('is not a practice of this payer')
  })

  it('a closed practice without a successor is named too; its money is not asked for', async () => {
    await db.organisation.update({ where: { id: order.other.practice.id }, data: { status: 'closed' } })
    expect(await listGoneOfOrder(contextOf(of.manager), await found())).toMatchObject([
      { isGone: true, successor: undefined },
    ])
    await expect(asFarAs(of, order.id, 'funded')).rejects.toThrow('has closed, and no successor is known')
  })

  it('one that will be succeeded is spoken of, and may still be funded', async () => {
    await value(succeed(successor.practice, '2026-05-01'))
    expect(await listGoneOfOrder(contextOf(of.manager), await found())).toMatchObject([
      { isGone: false, on: '2026-05-01', successor: { name: 'New Surgery' } },
    ])
    await asFarAs(of, order.id, 'funded')
    expect(await found()).toMatchObject({ state: 'funded' })
  })
})

describe('an order that waits for signatures', () => {
  it('S1, B7: is not signed with a practice that was succeeded; with the successor it is funded and signed anew', async () => {
    order = await jointOrder(of, 'module', 'signing')
    await value(signs(of, order.signatory, order.id))
    const before = await found()
    await value(succeed(successor.practice))
    expect(await because(signs(of, of.approver, order.id))).toContain('is succeeded by New Surgery')
    await value(take())
    const after = await found()
    expect(after).toMatchObject({ state: 'draft', fundingRequestId: null })
    expect(after.number).not.toBe(before.number)
    expect(after.termsHash).not.toBe(before.termsHash)
    const request = await db.fundingRequest.findUniqueOrThrow({ where: { id: before.fundingRequestId! } })
    expect(request.state).toBe('voided')
    const site = after.sites.find(({ practiceId }) => practiceId === successor.practice.id)!
    expect(consentOf(after, site)).toBe('asked')
    expect(await answer(signs(of, of.approver, order.id)), 'a draft is not the payer’s to see').toBe('not-found')
    await value(consents(of, successor.manager, order.id, successor.practice.id))
    expect((await found()).totalPence).toBe(before.totalPence)
  })
})
