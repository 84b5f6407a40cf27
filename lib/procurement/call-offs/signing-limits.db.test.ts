import { beforeEach, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { addDays, type Day, dateFromDay, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { because } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers, callOffIn } from '@/prisma/factories/call-off'
import { module } from '@/prisma/factories/module'
import { person } from '@/prisma/factories/person'
import { wholeLifePence } from './call-off-rules'
import { findCallOff } from './call-off-store'
import { signCallOff } from './sign-call-off'

useDatabase()
let of: Buyers
let id: string
let deputy: Actor
const today = dayOf(noon)
const option: [string, Record<string, string>][] = [
  ['lines', { 'm0-t0': '0.50' }],
  ['timescales', { startsOn: '2026-04-01', initial: '24', maximum: '36' }],
]
beforeEach(async () => {
  of = await buyers(noon)
  id = await callOffIn('signing', of, await module.conformant(), option)
  deputy = await person.approver(of.commissioner.id, 1n)
})

async function lend(limitPence: bigint, validFrom: Day, validTo: Day): Promise<void> {
  const days = { validFrom: dateFromDay(validFrom), validTo: dateFromDay(validTo) }
  const people = { payerId: of.commissioner.id, fromId: of.approver.userId, toId: deputy.userId }
  await db.delegation.create({
    data: { id: newId(), ...people, ...days, limitPence, reason: 'Away for a week', createdAt: noon },
  })
}
async function sign(actor: Actor): Promise<string> {
  const { version, termsHash } = (await findCallOff(db, id))!
  return because(signCallOff(contextOf(actor), { id, version, termsHash }, noon))
}

it('N4, B6: a signer’s limit holds against the whole life with options: one penny less is refused', async () => {
  const order = (await findCallOff(db, id))!
  expect(order.optionPence).toBeGreaterThan(0n)
  const whole = wholeLifePence(order)
  expect(await sign(await person.approver(of.commissioner.id, order.totalPence))).toContain(
    'above your delegated limit',
  )
  expect(await sign(await person.approver(of.commissioner.id, whole - 1n))).toContain('above your delegated limit')
  expect(await sign(await person.approver(of.commissioner.id, whole))).toBe('done')
})

it.each([
  ['N3: that ended yesterday', -10, -1, 'above your delegated limit'],
  ['N3: that begins tomorrow', 1, 10, 'above your delegated limit'],
  ['whose last day is today', -10, 0, 'done'],
])('a delegation %s', async (_, from, to, answer) => {
  await lend(wholeLifePence((await findCallOff(db, id))!), addDays(today, from), addDays(today, to))
  expect(await sign(deputy)).toContain(answer)
})

it('B6: what is lent is never above the lender’s own limit', async () => {
  await lend(900_000_000n, today, today)
  await db.grant.updateMany({ where: { personId: of.approver.userId }, data: { limitPence: 100n } })
  expect(await sign(deputy)).toContain('above your delegated limit')
})
