import { beforeEach, describe, expect, it } from 'vitest'
import { proposeSuspension, suspendModule } from '@/lib/assurance/decisions/suspend-module'
import type { Actor } from '@/lib/platform/actor'
import { system } from '@/lib/platform/actor'
import { addDays, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers, callOffIn } from '@/prisma/factories/call-off'
import { type MadeModule, module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { findCallOff } from './call-off-store'
import { issueCallOff } from './issue-call-off'
import { moveDueCallOffs } from './move-due-call-offs'
import { signCallOff } from './sign-call-off'

const database = useDatabase()
let of: Buyers
let made: MadeModule
let signatory: Actor
beforeEach(async () => {
  of = await buyers(noon)
  made = await module.conformant()
  signatory = await person.signatory(made.supplierId)
})

const found = async (id: string) => (await findCallOff(db, id))!
async function sign(actor: Actor, id: string, at = noon) {
  const { version, termsHash } = await found(id)
  return signCallOff(contextOf(actor, at), { id, version, termsHash }, at)
}
const later = (days: number) => new Date(noon.getTime() + days * 86_400_000)

/** Everything of a suspension but its last step, which is answered when called. */
async function suspension() {
  const authority = (await organisation.authority()).id
  const [first, second] = [await person.officer(authority), await person.officer(authority)]
  const reason = 'A serious fault was found in the record view'
  const { id } = await value(proposeSuspension(contextOf(first), { moduleVersionId: made.moduleVersionId, reason }))
  return () => suspendModule(contextOf(second), { proposalId: id, version: 1 })
}

describe('the last signature', () => {
  it('A4: a suspension that is being decided is waited for, and seen', async () => {
    const id = await callOffIn('signing', of, made)
    await value(sign(signatory, id))
    const suspend = await suspension()
    const [suspended, signed] = await Promise.all([
      answer(suspend()),
      new Promise<string>((done) => setTimeout(() => done(answer(sign(of.approver, id))), 5)),
    ])
    const { state } = await found(id)
    const order = await db.event.findMany({
      where: { name: { in: ['ModuleSuspended', 'CallOffSigned'] } },
      select: { name: true },
      orderBy: { id: 'asc' },
    })
    expect(suspended).toBe('done')
    expect([state, signed]).toEqual(order[0]!.name === 'CallOffSigned' ? ['signed', 'done'] : ['signing', 'conflict'])
  })

  it('A4: while a last signature holds the version, no decision on it can be written; afterwards it can', async () => {
    const suspend = await suspension()
    let release = () => {}
    const held = db.$transaction(async (tx) => {
      await tx.$executeRaw`select 1 from "ModuleVersion" where id = ${made.moduleVersionId}::uuid for share`
      await new Promise<void>((done) => {
        release = done
      })
    })
    await new Promise((done) => setTimeout(done, 100))
    const suspended = answer(suspend())
    const first = await Promise.race([suspended, new Promise((done) => setTimeout(() => done('waits'), 400))])
    expect(first).toBe('waits')
    release()
    await held
    expect(await suspended).toBe('done')
  })

  it('S1: two sides at once: one signs, the other reads again and signs; one contract follows', async () => {
    const id = await callOffIn('signing', of, made)
    const both = await Promise.all([answer(sign(signatory, id)), answer(sign(of.approver, id))])
    expect(both.sort()).toEqual(['done', 'stale'])
    const [signed] = (await found(id)).signatures
    expect(await answer(sign(signed!.side === 'payer' ? signatory : of.approver, id))).toBe('done')
    expect(await found(id)).toMatchObject({ state: 'signed' })
    expect(await db.event.count({ where: { name: 'CallOffSigned' } })).toBe(1)
  })

  it('A5, N5: terms that were changed behind the portal are not those of their hash, and are not signed', async () => {
    const id = await callOffIn('signing', of, made)
    await database.asOwner(
      `update "CallOff" set lines = jsonb_set(lines, '{0,agreed,tiers,0,unitPrice}', '"1"') where id = $1`,
      [id],
    )
    expect(await because(sign(signatory, id))).toContain('not those of their SHA-256')
    expect(await db.signature.count()).toBe(0)
  })

  it('B7: with the approval gone the last one cannot sign', async () => {
    const id = await callOffIn('signing', of, made)
    await value(sign(signatory, id))
    const { fundingRequestId } = await found(id)
    await database.asOwner(`update "FundingRequest" set state = 'lapsed' where id = $1`, [fundingRequestId])
    expect(await because(sign(of.approver, id))).toContain('The funding that was approved is not for these terms')
  })

  it('an order that was signed before the form had sections keeps its hash', async () => {
    const id = await callOffIn('signing', of, made)
    await database.asOwner(`update "CallOff" set "termsFormat" = 1 where id = $1`, [id])
    expect(await because(sign(signatory, id)), 'the newer hash is not the older one').toContain('SHA-256')
  })
})

describe('the clock', () => {
  it('an order that is not signed by its last day lapses, once, and its money is free', async () => {
    const id = await callOffIn('signing', of, made)
    const { signBy } = await found(id)
    expect(signBy).toBe(addDays(dayOf(noon), 30))
    await moveDueCallOffs(contextOf(system, later(30)))
    expect((await found(id)).state).toBe('signing')
    expect(await because(sign(signatory, id, later(31)))).toContain('It could be signed until')
    for (let i = 0; i < 2; i++) await moveDueCallOffs(contextOf(system, later(31)))
    expect((await found(id)).state).toBe('lapsed')
    expect(await db.event.count({ where: { name: 'CallOffLapsed' } })).toBe(1)
    expect(await db.budgetLine.aggregate({ _sum: { committedPence: true } })).toEqual({ _sum: { committedPence: 0n } })
  })

  it('a standstill lets nobody sign before it is over; then the time to sign begins', async () => {
    const id = await callOffIn('funded', of, made)
    const { version } = await found(id)
    await value(issueCallOff(contextOf(of.manager), { id, version, standstill: true }))
    const { standstillUntil } = await found(id)
    expect(await answer(sign(signatory, id))).toBe('wrong-state')
    const days = (Date.parse(standstillUntil!) - Date.parse(dayOf(noon))) / 86_400_000
    await moveDueCallOffs(contextOf(system, later(days)))
    expect((await found(id)).state).toBe('standstill')
    await moveDueCallOffs(contextOf(system, later(days + 1)))
    expect(await found(id)).toMatchObject({ state: 'signing', signBy: addDays(standstillUntil!, 31) })
    expect(await db.event.count({ where: { name: 'StandstillEnded' } })).toBe(1)
  })
})
