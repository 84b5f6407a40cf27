import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { budgetLine, fundingRequest } from '@/prisma/factories/funding'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { approveFunding } from './approve-funding'
import { declineFunding, withdrawFunding } from './decline-funding'

const database = useDatabase()
let payerId: string
let asker: Actor
let approver: Actor

beforeEach(async () => {
  payerId = (await organisation.commissioner()).id
  asker = await person.practiceManager((await organisation.practice()).id)
  approver = await person.approver(payerId, 100_000_000n)
})

async function submitted(pence = 1_000_000n) {
  return value(fundingRequest.submitted(asker, payerId, pence))
}
const line = () => db.budgetLine.findFirstOrThrow({ select: { reservedPence: true, committedPence: true } })
const events = () =>
  db.event
    .findMany({ where: { name: { startsWith: 'Funding' } }, select: { name: true }, orderBy: { id: 'asc' } })
    .then((rows) => rows.map((r) => r.name))

describe('approving', () => {
  it('climbs the ladder: not found, forbidden, stale, done, wrong state', async () => {
    await budgetLine(payerId, 10_000_000n)
    const request = await submitted()
    const stranger = await person.approver((await organisation.commissioner()).id, 100_000_000n)
    const small = await person.approver(payerId, 1n)
    const input = { id: request.id, version: 1, reason: '' }
    expect(await approveFunding(contextOf(stranger), input)).toMatchObject({ refusal: { kind: 'not-found' } })
    expect(await approveFunding(contextOf(small), input)).toMatchObject({ refusal: { kind: 'forbidden' } })
    expect(await approveFunding(contextOf(approver), { ...input, version: 9 })).toMatchObject({
      refusal: { kind: 'stale' },
    })
    expect(await events()).toEqual(['FundingRequested'])
    expect(await line()).toEqual({ reservedPence: 1_000_000n, committedPence: 0n })
    expect(await approveFunding(contextOf(approver), input)).toMatchObject({
      ok: true,
      value: { state: 'approved', version: 2 },
    })
    expect(await line()).toEqual({ reservedPence: 0n, committedPence: 1_000_000n })
    expect(await approveFunding(contextOf(approver), { ...input, version: 2 })).toMatchObject({
      refusal: { kind: 'wrong-state' },
    })
    expect(await events()).toEqual(['FundingRequested', 'FundingApproved'])
  })

  it('fifty approvers at once give one approval and one event', async () => {
    await budgetLine(payerId, 10_000_000n)
    const request = await submitted()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => approveFunding(contextOf(approver), { id: request.id, version: 1, reason: '' })),
    )
    expect(answers.filter((a) => a.ok)).toHaveLength(1)
    expect(await events()).toEqual(['FundingRequested', 'FundingApproved'])
    expect(await line()).toEqual({ reservedPence: 0n, committedPence: 1_000_000n })
  })

  it('fifty approvers of a check-then-write twin approve more than once, which is why the guard is in the write', async () => {
    await budgetLine(payerId, 10_000_000n)
    const request = await submitted()
    const naive = async () => {
      const seen = await db.fundingRequest.findUniqueOrThrow({ where: { id: request.id } })
      if (seen.state !== 'submitted') return 0
      await db.fundingRequest.update({ where: { id: request.id }, data: { state: 'approved' } })
      return 1
    }
    const approvals = (await Promise.all(Array.from({ length: 50 }, naive))).reduce<number>((a, b) => a + b, 0)
    expect(approvals).toBeGreaterThan(1)
  })
})

describe('the budget', () => {
  it('W8: twenty requests of £10,000 at once on £100,000 reserve ten and refuse ten', async () => {
    await budgetLine(payerId, 10_000_000n)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => fundingRequest.submitted(asker, payerId, 1_000_000n)),
    )
    expect(answers.filter((a) => a.ok)).toHaveLength(10)
    expect(answers.filter((a) => !a.ok && a.refusal.kind === 'conflict')).toHaveLength(10)
    expect(await line()).toEqual({ reservedPence: 10_000_000n, committedPence: 0n })
    expect(await db.commitment.count()).toBe(10)
  })

  it('twenty simultaneous approvals never commit more than was allocated', async () => {
    await budgetLine(payerId, 10_000_000n)
    const requests = await Promise.all(Array.from({ length: 10 }, () => submitted()))
    await Promise.all(
      [...requests, ...requests].map((r) => approveFunding(contextOf(approver), { id: r.id, version: 1, reason: '' })),
    )
    expect(await line()).toEqual({ reservedPence: 0n, committedPence: 10_000_000n })
  })

  it('a twin that reads first and writes afterwards overspends; the CHECK stops even it', async () => {
    await budgetLine(payerId, 10_000_000n)
    const naive = async () => {
      const [seen] = await db.budgetLine.findMany()
      if (seen!.allocatedPence - seen!.reservedPence < 1_000_000n) return 'refused'
      return db.budgetLine.update({ where: { id: seen!.id }, data: { reservedPence: { increment: 1_000_000n } } }).then(
        () => 'reserved',
        () => 'stopped by the CHECK',
      )
    }
    const answers = await Promise.all(Array.from({ length: 20 }, naive))
    expect(answers.filter((a) => a === 'reserved')).toHaveLength(10)
    expect(answers).toContain('stopped by the CHECK')
  })

  it('W8: a twin that reads what is committed and then inserts spends £200,000 of £100,000', async () => {
    const { id: lineId } = await budgetLine(payerId, 10_000_000n)
    const model = await submitted(1n)
    let reads = 0
    const naive = async () => {
      const { _sum } = await db.commitment.aggregate({ _sum: { pence: true } })
      reads += 1
      while (reads < 20) await new Promise((soon) => setTimeout(soon, 5)) // all twenty at once
      if (10_000_000n - (_sum.pence ?? 0n) < 999_999n) return 0
      const id = newId()
      const { reference: _, slices: __, dueOn, approvedUntil: ___, reviewDueOn: ____, ...row } = model
      const data = {
        ...row,
        id,
        wholeLifePence: 1_000_000n,
        dueOn: new Date(dueOn),
        referenceType: 'Test',
        referenceId: id,
      }
      await db.fundingRequest.create({ data })
      await db.commitment.create({
        data: { id: newId(), fundingRequestId: id, budgetLineId: lineId, pence: 1_000_000n, state: 'reserved' },
      })
      return 1
    }
    const given = (await Promise.all(Array.from({ length: 20 }, naive))).reduce<number>((a, b) => a + b, 0)
    expect(given).toBe(20)
  })

  it('no budget for a year is a refusal that names it, and nothing is written', async () => {
    await budgetLine(payerId, 10_000_000n, 2031)
    expect(await fundingRequest.submitted(asker, payerId, 1n)).toMatchObject({
      refusal: { kind: 'conflict', because: expect.stringContaining('2026/27') },
    })
    expect(await db.fundingRequest.count()).toBe(0)
  })

  it('B3: declining and withdrawing free exactly what was reserved', async () => {
    await budgetLine(payerId, 10_000_000n)
    const [one, two] = [await submitted(3n), await submitted(5n)]
    await declineFunding(contextOf(approver), {
      id: one.id,
      version: 1,
      code: 'poor-value',
      reason: 'It is dear for what it does',
    })
    expect(await line()).toEqual({ reservedPence: 5n, committedPence: 0n })
    expect(await withdrawFunding(contextOf(approver), { id: two.id, version: 1 })).toMatchObject({
      refusal: { kind: 'forbidden' },
    })
    await withdrawFunding(contextOf(asker), { id: two.id, version: 1 })
    expect(await line()).toEqual({ reservedPence: 0n, committedPence: 0n })
    expect((await db.commitment.findMany({ select: { state: true } })).map((c) => c.state)).toEqual([
      'released',
      'released',
    ])
    expect(await events()).toEqual(['FundingRequested', 'FundingRequested', 'FundingDeclined', 'FundingWithdrawn'])
  })

  it('B1: the database itself refuses an overspent line', async () => {
    await budgetLine(payerId, 100n)
    await expect(database.asOwner(`update "BudgetLine" set "spentPence" = 101`)).rejects.toThrow(/never_overspent/)
  })
})
