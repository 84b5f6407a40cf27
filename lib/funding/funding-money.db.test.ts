import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { transaction } from '@/lib/platform/transaction'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { budgetLine, payerWithPeople, requestFor } from '@/prisma/factories/funding'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { approveFunding } from './approve-funding'
import type { FundingRequest } from './funding-request'
import { rollFunds, spendFunds } from './spend-funds'
import { lapseApprovals, markFundingUsed, voidFunding } from './void-funding'

const database = useDatabase()
let people: Awaited<ReturnType<typeof payerWithPeople>>
let payerId: string
let [approver, finance] = [] as unknown as Actor[]
const on = (day: string) => new Date(`${day}T10:00:00Z`)

beforeEach(async () => {
  people = await payerWithPeople()
  ;({ payerId, approver, finance } = people)
})

const asked = (...of: [sums?: { year: number; pence: bigint }[], more?: object]) => requestFor(people, ...of)
const at = ({ id, version }: FundingRequest) => ({ id, version })
const line = (year = 2026) =>
  db.budgetLine.findFirstOrThrow({
    where: { year },
    select: { reservedPence: true, committedPence: true, spentPence: true },
  })
const states = async () =>
  (await db.commitment.findMany({ select: { state: true }, orderBy: { state: 'asc' } })).map((c) => c.state)
const approve = (request: FundingRequest, actor = approver!, now?: Date) =>
  approveFunding(contextOf(actor, now), { ...at(request), reason: '' })

describe('the money of a request', () => {
  const spend = (request: FundingRequest, pence: bigint, key: string = newId()) =>
    transaction((tx) =>
      spendFunds(tx, contextOf(finance!), {
        fundingRequestId: request.id,
        budgetLineId: request.slices[0]!.budgetLineId,
        pence,
        key,
      }),
    )

  it('B4: never more is spent than committed, with twenty who spend at once; a key pays once', async () => {
    await budgetLine(payerId, 1_000n)
    const approved = value(await approve(await asked()))
    const answers = await Promise.all(Array.from({ length: 20 }, () => spend(approved, 40n)))
    expect(answers.filter((a) => a.ok)).toHaveLength(7)
    expect(await line()).toEqual({ reservedPence: 0n, committedPence: 20n, spentPence: 280n })
    expect(await spend(approved, 20n, 'invoice 1')).toMatchObject({ ok: true })
    expect(await spend(approved, 20n, 'invoice 1')).toMatchObject({ ok: true })
    expect(await spend(approved, 19n, 'invoice 1')).toMatchObject({ refusal: { kind: 'conflict' } })
    expect(await line()).toEqual({ reservedPence: 0n, committedPence: 0n, spentPence: 300n })
    expect(await states()).toEqual(['spent'])
  })

  it('B3: voiding frees exactly the remainder; again it frees nothing', async () => {
    await budgetLine(payerId, 1_000n)
    const approved = value(await approve(await asked()))
    await spend(approved, 110n)
    const now = contextOf(approver!)
    value(await transaction((tx) => voidFunding(tx, now, approved)))
    expect(await line()).toEqual({ reservedPence: 0n, committedPence: 0n, spentPence: 110n })
    const current = (await db.fundingRequest.findUniqueOrThrow({ where: { id: approved.id } })).version
    expect(await transaction((tx) => voidFunding(tx, now, { id: approved.id, version: current }))).toMatchObject({
      refusal: { kind: 'wrong-state' },
    })
    expect(await line()).toEqual({ reservedPence: 0n, committedPence: 0n, spentPence: 110n })
  })

  it('B5: three years are reserved all or none, and the database holds them to the value', async () => {
    for (const year of [2026, 2027]) await budgetLine(payerId, 1_000n, year)
    await budgetLine(payerId, 10n, 2028)
    const sums = [2026, 2027, 2028].map((year) => ({ year, pence: 11n }))
    await expect(asked(sums)).rejects.toThrow(/not enough left/)
    expect(await db.commitment.count()).toBe(0)
    const request = await asked(sums.slice(0, 2))
    await expect(
      database.asOwner(`update "Commitment" set pence = pence - 1 where id = (select id from "Commitment" limit 1)`),
    ).rejects.toThrow(/slices_sum_to_the_value/)
    expect(request.wholeLifePence).toBe(22n)
  })

  it('B2: a second living slice on the same line is refused', async () => {
    const { id } = await budgetLine(payerId, 1_000n)
    const request = await asked()
    await expect(
      database.asOwner(
        `insert into "Commitment" (id, "fundingRequestId", "budgetLineId", pence, state) values (gen_random_uuid(), '${request.id}', '${id}', 1, 'reserved')`,
      ),
    ).rejects.toThrow(/Commitment_one_live/)
    await expect(fundingAgain(request)).rejects.toThrow()
  })
  const fundingAgain = (request: FundingRequest) => asked(undefined, { reference: request.reference })

  it('an approval that nobody used lapses after its life; one that was used never does', async () => {
    await budgetLine(payerId, 1_000n)
    const [unused, used] = [value(await approve(await asked())), value(await approve(await asked()))]
    const ctx = contextOf(finance!)
    expect(await transaction((tx) => markFundingUsed(tx, ctx, used, 'other terms'))).toMatchObject({
      refusal: { kind: 'conflict' },
    })
    value(await transaction((tx) => markFundingUsed(tx, ctx, used, 'h')))
    await lapseApprovals(contextOf(finance!, on('2026-05-31')))
    expect(await line()).toMatchObject({ committedPence: 600n })
    for (const _ of [1, 2]) await lapseApprovals(contextOf(finance!, on('2026-06-01')))
    expect(await line()).toMatchObject({ committedPence: 300n })
    expect(await db.event.findMany({ where: { name: 'FundingLapsed' }, select: { aboutId: true } })).toEqual([
      { aboutId: unused.id },
    ])
  })

  it('the year ends: finance alone carries what was not spent into the next year’s line', async () => {
    await budgetLine(payerId, 1_000n)
    const next = await budgetLine(payerId, 199n, 2027)
    const approved = value(await approve(await asked()))
    await spend(approved, 100n)
    const { id: commitmentId } = await db.commitment.findFirstOrThrow()
    const roll = (actor: Actor, day: string, pence = 200n) =>
      rollFunds(contextOf(actor, on(day)), { commitmentId, pence })
    const stranger = await person.with('finance-officer', (await organisation.commissioner()).id)
    expect(await roll(stranger, '2027-04-01')).toMatchObject({ refusal: { kind: 'not-found' } })
    expect(await roll(approver!, '2027-04-01')).toMatchObject({ refusal: { kind: 'forbidden' } })
    expect(await roll(finance!, '2027-03-31')).toMatchObject({
      refusal: { because: expect.stringContaining('not over') },
    })
    expect(await roll(finance!, '2027-04-01', 300n)).toMatchObject({ refusal: { kind: 'stale' } })
    expect(await roll(finance!, '2027-04-01')).toMatchObject({
      refusal: { because: expect.stringContaining('not enough') },
    })
    await db.budgetLine.update({ where: { id: next.id }, data: { allocatedPence: 200n } })
    expect(await roll(finance!, '2027-04-01')).toMatchObject({ ok: true })
    expect(await roll(finance!, '2027-04-01')).toMatchObject({ refusal: { kind: 'wrong-state' } })
    expect([await line(2026), await line(2027)]).toEqual([
      { reservedPence: 0n, committedPence: 0n, spentPence: 100n },
      { reservedPence: 0n, committedPence: 200n, spentPence: 0n },
    ])
    expect(await states()).toEqual(['committed', 'rolled'])
    expect(await db.event.count({ where: { name: 'FundsRolled' } })).toBe(1)
  })
})
