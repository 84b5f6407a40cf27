import { describe, expect, it } from 'vitest'
import { approveFunding } from '@/lib/funding/approve-funding'
import { type Actor, system } from '@/lib/platform/actor'
import { addDays, type Day } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { contract, type Parties, parties } from '@/prisma/factories/contract'
import { budgetLine } from '@/prisma/factories/funding'
import { askHoldOver } from './ask-hold-over'
import { holdOver } from './hold-over'
import { moveDueContracts } from './move-due-contracts'
import { releaseHoldOverWhenClosed } from './release-hold-over-when-closed'
import { startExit } from './start-exit'

useDatabase()
const at = (actor: Actor, day: Day) => contextOf(actor, new Date(`${day}T10:00:00Z`))
const night = (day: Day) => moveDueContracts(at(system, day))
const reason = 'The practice moves to another system in June'
const row = (id: string) => db.contract.findUniqueOrThrow({ where: { id } })
const lines = () => db.budgetLine.findMany({ orderBy: { year: 'asc' } })

/** A contract of £12,600 a year that expired on 30 September 2026, and what its payer has in GP IT. */
async function expired(given: { endsOn?: Day; money?: bigint } = {}) {
  const of = await parties()
  const { endsOn = '2026-09-30', money = 1_000_000n } = given
  for (const year of [2026, 2027]) await budgetLine(of.payer.id, money, year)
  const { id } = await contract.present(of, { endsOn })
  await night(addDays(endsOn, 1))
  return { of, id }
}
async function ask(of: Parties, id: string, given: { until?: Day; version?: number; actor?: Actor; on?: Day } = {}) {
  const { until = '2026-12-29', actor = of.requester, on = '2026-10-02' } = given
  const version = given.version ?? (await row(id)).version
  return askHoldOver(at(actor, on), { contractId: id, version, until, stream: 'GPIT', reason })
}
const hold = async (actor: Actor, id: string, version?: number) =>
  holdOver(at(actor, '2026-10-03'), { contractId: id, version: version ?? (await row(id)).version })
async function approve(of: Parties, id: string) {
  const { fundingRequestId } = await db.holdOverAsk.findFirstOrThrow({ where: { contractId: id } })
  await value(approveFunding(at(of.approver, '2026-10-02'), { id: fundingRequestId, version: 1, reason: '' }))
  return fundingRequestId
}

describe('asking for the money of a hold-over', () => {
  it('climbs the ladder: at most 90 days after the end, by the payer, once; reserved on its line', async () => {
    const { of, id } = await expired()
    expect(await answer(ask(of, id, { actor: of.stranger }))).toBe('not-found')
    expect(await answer(ask(of, id, { actor: of.approver })), 'who approves does not ask (B6)').toBe('forbidden')
    expect(await answer(ask(of, id, { until: '2026-12-30' }))).toBe('invalid')
    expect(await answer(ask(of, id, { until: '2026-10-01' }))).toBe('invalid')
    expect(await answer(ask(of, id, { version: 1 }))).toBe('stale')
    const many = await Promise.all(Array.from({ length: 6 }, () => answer(ask(of, id))))
    expect(many.filter((one) => one === 'done')).toHaveLength(1)
    expect(many.filter((one) => one === 'conflict')).toHaveLength(5)
    // Two whole months of £1,050.00, and 29 of 31 days of a third (V1).
    expect((await lines()).map(({ reservedPence }) => reservedPence)).toEqual([308_226n, 0n])
    expect(await db.event.count({ where: { name: 'HoldOverAsked' } })).toBe(1)
  })

  it('B5: the money comes from each year that it touches, and not at all where one has not enough', async () => {
    const { of, id } = await expired({ endsOn: '2027-01-31' })
    const later = { until: '2027-04-30' as Day, on: '2027-02-02' as Day }
    await value(ask(of, id, later))
    expect((await lines()).map(({ reservedPence }) => reservedPence)).toEqual([210_000n, 105_000n])
    const poor = await expired({ money: 308_225n })
    expect(await because(ask(poor.of, poor.id))).toContain('There is not enough left in the GPIT budget for 2026')
    expect(await db.holdOverAsk.count({ where: { contractId: poor.id } })).toBe(0)
  })

  it('B1: of 20 contracts that ask at once for the last pounds, as many are given as there is money for', async () => {
    const { of, id } = await expired({ money: 3n * 308_226n + 1n })
    const first = await row(id)
    const ids = Array.from({ length: 20 }, () => newId())
    await db.contract.createMany({ data: ids.map((each, i) => ({ ...first, id: each, number: `MANY-${i}` })) })
    const answers = await Promise.all(ids.map((each) => answer(ask(of, each))))
    expect(answers.filter((one) => one === 'done')).toHaveLength(3)
    expect((await lines())[0]).toMatchObject({ reservedPence: 3n * 308_226n })
  })
})

describe('holding over', () => {
  it('is refused before the money is approved, and above the limit; then it is committed and runs until its day', async () => {
    const { of, id } = await expired()
    expect(await because(hold(of.approver, id))).toContain('must be asked for and approved first')
    await value(ask(of, id))
    expect(await because(hold(of.approver, id))).toContain('must be asked for and approved first')
    await approve(of, id)
    expect((await lines())[0]).toMatchObject({ reservedPence: 0n, committedPence: 308_226n })
    expect(await answer(hold(of.stranger, id))).toBe('not-found')
    expect(await answer(hold(of.manager, id))).toBe('forbidden')
    const poor = { ...of.approver, grants: of.approver.grants.map((g) => ({ ...g, limitPence: 308_225n })) }
    expect(await because(hold(poor, id))).toContain('above your delegated limit')
    expect(await answer(hold(of.approver, id, 1))).toBe('stale')
    const { version } = await row(id)
    const many = await Promise.all(Array.from({ length: 6 }, () => answer(hold(of.approver, id, version))))
    expect(many.filter((one) => one === 'done')).toHaveLength(1)
    expect(await row(id)).toMatchObject({ state: 'held-over', runsUntil: new Date('2026-12-29') })
    await night('2026-12-29')
    expect((await row(id)).state).toBe('held-over')
    await night('2026-12-30')
    expect((await row(id)).state).toBe('exiting')
    expect(await answer(ask(of, id))).toBe('wrong-state')
  })

  it('B3: an exit ends it that day, and what is left when the contract is closed is free again, once', async () => {
    const { of, id } = await expired()
    await value(ask(of, id))
    const requestId = await approve(of, id)
    await value(hold(of.approver, id))
    const { version } = await row(id)
    await value(startExit(at(of.approver, '2026-11-05'), { contractId: id, version }))
    expect(await row(id)).toMatchObject({ state: 'exiting', runsUntil: new Date('2026-11-05') })
    expect((await lines())[0], 'its last invoice is still to come').toMatchObject({ committedPence: 308_226n })
    const closed = { name: 'ContractClosed', about: { type: 'Contract', id }, from: null, to: null, data: {} }
    const heard = { ...closed, id: 0n, organisationId: null, at: new Date('2026-12-01T10:00:00Z') }
    for (let i = 0; i < 2; i++) await releaseHoldOverWhenClosed(at(system, '2026-12-01'), heard)
    expect((await lines())[0]).toMatchObject({ committedPence: 0n, reservedPence: 0n, spentPence: 0n })
    expect(await db.event.count({ where: { name: 'FundsReleased', aboutId: requestId } })).toBe(1)
  })
})
