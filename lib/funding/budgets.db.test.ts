import { beforeEach, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { budgetLine, fundingRequest } from '@/prisma/factories/funding'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { approveFunding } from './approve-funding'
import { delegateLimit, endDelegation, listDelegations } from './delegate-limit'
import { getBudget, listBudgets } from './list-budgets'
import { setBudget } from './set-budget'

useDatabase()
let payerId: string
let finance: Actor
let lender: Actor
let borrower: Actor
let stranger: Actor
const on = (day: string) => new Date(`${day}T10:00:00Z`)

beforeEach(async () => {
  payerId = (await organisation.commissioner()).id
  finance = await person.with('finance-officer', payerId)
  lender = await person.approver(payerId, 500n)
  borrower = await person.approver(payerId, 1n)
  stranger = await person.with('finance-officer', (await organisation.commissioner()).id)
})

it('finance sets a budget: not found, forbidden, stale, never below what is used, done with its history', async () => {
  const input = {
    payerId,
    stream: 'LOCAL' as const,
    year: 2026,
    pounds: 1_000n,
    seen: '',
    reason: 'The board decided it',
  }
  expect(await setBudget(contextOf(stranger), input)).toMatchObject({ refusal: { kind: 'not-found' } })
  expect(await setBudget(contextOf(lender), input)).toMatchObject({ refusal: { kind: 'forbidden' } })
  expect(await setBudget(contextOf(finance), { ...input, seen: '5' })).toMatchObject({ refusal: { kind: 'stale' } })
  const set = await setBudget(contextOf(finance), input)
  if (!set.ok) throw new Error('not set')
  expect(await setBudget(contextOf(finance), input)).toMatchObject({ refusal: { kind: 'stale' } })
  await db.budgetLine.update({ where: { id: set.value.lineId }, data: { reservedPence: 400n } })
  expect(await setBudget(contextOf(finance), { ...input, seen: '1000', pounds: 399n })).toMatchObject({
    refusal: { fields: { pounds: [expect.stringContaining('£4.00')] } },
  })
  expect(await setBudget(contextOf(finance, on('2026-03-03')), { ...input, seen: '1000', pounds: 400n })).toMatchObject(
    { ok: true },
  )
  expect((await getBudget(contextOf(lender), set.value.lineId))?.changes).toMatchObject([
    { toPence: 400n },
    { toPence: 1_000n },
  ])
  expect(await getBudget(contextOf(stranger), set.value.lineId)).toBeUndefined()
  expect((await listBudgets(contextOf(finance)))?.lines).toHaveLength(1)
  expect(await db.event.count({ where: { name: 'BudgetSet' } })).toBe(2)
})

it('twenty who set the same allocation at once: one does', async () => {
  const { id } = await budgetLine(payerId, 100n)
  const input = { payerId, stream: 'GPIT' as const, year: 2026, seen: '100', reason: 'The board decided it' }
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) => setBudget(contextOf(finance), { ...input, pounds: 200n + BigInt(i) })),
  )
  expect(answers.filter((a) => a.ok)).toHaveLength(1)
  expect((await getBudget(contextOf(finance), id))?.changes).toHaveLength(1)
})

it('B6: an approver lends no more than their own limit, for days, to another approver; N3: a day later it counts no more', async () => {
  await budgetLine(payerId, 10_000n)
  const asker = await person.practiceManager((await organisation.practice()).id)
  const request = async () => {
    const made = await fundingRequest.submitted(asker, payerId, 500n)
    if (!made.ok) throw new Error('not asked')
    return made.value.id
  }
  const input = {
    payerId,
    toId: borrower.userId,
    pounds: 500n,
    validFrom: '2026-03-02',
    validTo: '2026-03-03',
    reason: 'On leave for two days',
  }
  const approve = (id: string, day: string) =>
    approveFunding(contextOf(borrower, on(day)), { id, version: 1, reason: '' })
  expect(await approve(await request(), '2026-03-02')).toMatchObject({ refusal: { kind: 'forbidden' } })
  expect(await delegateLimit(contextOf(stranger), input)).toMatchObject({ refusal: { kind: 'not-found' } })
  expect(await delegateLimit(contextOf(finance), input)).toMatchObject({ refusal: { kind: 'forbidden' } })
  expect(await delegateLimit(contextOf(lender), { ...input, pounds: 501n })).toMatchObject({
    refusal: { fields: { pounds: expect.anything() } },
  })
  expect(await delegateLimit(contextOf(lender), { ...input, toId: finance.userId })).toMatchObject({
    refusal: { fields: { toId: expect.anything() } },
  })
  expect(await delegateLimit(contextOf(lender), { ...input, validTo: '2026-03-01' })).toMatchObject({
    refusal: { fields: { validTo: expect.anything() } },
  })
  const lent = await delegateLimit(contextOf(lender), input)
  if (!lent.ok) throw new Error('not lent')
  expect(await delegateLimit(contextOf(borrower), { ...input, toId: lender.userId })).toMatchObject({
    refusal: { fields: { pounds: expect.anything() } },
  })
  expect(await approve(await request(), '2026-03-03')).toMatchObject({ ok: true })
  expect(await approve(await request(), '2026-03-04')).toMatchObject({ refusal: { kind: 'forbidden' } })
  await db.grant.updateMany({ where: { personId: lender.userId }, data: { limitPence: 499n } })
  expect(await approve(await request(), '2026-03-03')).toMatchObject({
    refusal: { because: expect.stringContaining('£4.99') },
  })
  await db.grant.updateMany({ where: { personId: lender.userId }, data: { limitPence: 500n } })
  expect(await endDelegation(contextOf(borrower), { id: lent.value.id })).toMatchObject({
    refusal: { kind: 'forbidden' },
  })
  expect(await endDelegation(contextOf(finance), { id: lent.value.id })).toMatchObject({ ok: true })
  expect(await endDelegation(contextOf(lender), { id: lent.value.id })).toMatchObject({ refusal: { kind: 'stale' } })
  expect(await approve(await request(), '2026-03-03')).toMatchObject({ refusal: { kind: 'forbidden' } })
  expect((await listDelegations(contextOf(borrower)))?.delegations).toHaveLength(1)
})
