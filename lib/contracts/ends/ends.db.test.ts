import { describe, expect, it } from 'vitest'
import { type Actor, system } from '@/lib/platform/actor'
import type { Day } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/refusal'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { contract, type Parties, parties } from '@/prisma/factories/contract'
import { ceaseSite } from '../cease-site'
import { correctGoLive } from '../correct-go-live'
import { giveNotice } from '../give-notice'
import { closeContract } from './close-contract'
import { exitItems, exitKeys } from './exit-item'
import { moveDueContracts } from './move-due-contracts'
import { rescindNotice } from './rescind-notice'
import { startExit } from './start-exit'
import { tickExitItem } from './tick-exit-item'

const { asOwner } = useDatabase()
const at = (actor: Actor, day: Day) => contextOf(actor, new Date(`${day}T10:00:00Z`))
const night = (day: Day) => moveDueContracts(at(system, day))
const kind = async (result: Promise<Result<unknown>>) => {
  const answer = await result
  return answer.ok ? 'done' : answer.refusal.kind
}
const rowOf = (id: string) =>
  db.contract.findUniqueOrThrow({ where: { id }, select: { state: true, version: true, runsUntil: true } })
const names = async () =>
  (await db.event.findMany({ orderBy: { id: 'asc' }, select: { name: true } })).map((e) => e.name)
const reason = 'The practice moves to another system in June'

async function underNotice() {
  const of = await parties()
  const { id } = await contract.present(of)
  await giveNotice(contextOf(of.approver), { contractId: id, version: 1, terminatesOn: '2026-06-30', reason })
  return { of, id }
}
async function expired() {
  const of = await parties()
  const { id } = await contract.present(of)
  await night('2026-10-01')
  return { of, id, version: 3 }
}

describe('taking a notice back', () => {
  it('needs both sides, once each; then the contract runs to its end again (U3)', async () => {
    const { of, id } = await underNotice()
    const rescind = (actor: Actor, version: number) =>
      kind(rescindNotice(contextOf(actor), { contractId: id, version }))
    expect(await rescind(of.stranger, 2)).toBe('not-found')
    expect(await rescind(of.manager, 2)).toBe('forbidden')
    expect(await rescind(of.approver, 9)).toBe('stale')
    const before = await names()
    expect(await Promise.all(Array.from({ length: 20 }, () => rescind(of.approver, 2)))).toContain('done')
    expect(await names()).toEqual([...before, 'RescissionSigned'])
    expect(await rescind(of.approver, 3)).toBe('forbidden')
    expect(await rowOf(id)).toEqual({ state: 'terminating', version: 3, runsUntil: new Date('2026-06-30') })
    expect(await rescind(of.losingSignatory, 3)).toBe('done')
    expect(await rowOf(id)).toEqual({ state: 'live', version: 4, runsUntil: new Date('2026-09-30') })
    expect(await rescind(of.losingSignatory, 4)).toBe('wrong-state')
    expect((await names()).at(-1)).toBe('NoticeRescinded')
    const again = { contractId: id, version: 4, terminatesOn: '2026-07-31', reason }
    expect(await kind(giveNotice(contextOf(of.approver), again))).toBe('done')
  })

  it('nobody signs for both sides', async () => {
    const { of, id } = await underNotice()
    const both: Actor = { ...of.approver, grants: [...of.approver.grants, ...of.losingSignatory.grants] }
    expect(await kind(rescindNotice(contextOf(both), { contractId: id, version: 2 }))).toBe('done')
    const asSupplier: Actor = { ...of.losingSignatory, userId: of.approver.userId }
    expect(await kind(rescindNotice(contextOf(asSupplier), { contractId: id, version: 3 }))).toBe('forbidden')
  })

  it('is refused in words where another contract has taken the days that follow (C1)', async () => {
    const { of, id } = await underNotice()
    await asOwner(`update "Contract" set "moduleId" = 'm1' where id = '${id}'`)
    await contract.made(of, { moduleId: 'm1', startsOn: '2026-07-01', endsOn: '2028-06-30' })
    await rescindNotice(contextOf(of.approver), { contractId: id, version: 2 })
    expect(await kind(rescindNotice(contextOf(of.losingSignatory), { contractId: id, version: 3 }))).toBe('conflict')
    expect((await rowOf(id)).state).toBe('terminating')
  })
})

describe('the exit', () => {
  it('is closed only when everything on its list is done, each by its own side (H4)', async () => {
    const { of, id, version } = await expired()
    const act = { contractId: id, version }
    expect(await kind(startExit(at(of.manager, '2026-10-02'), act))).toBe('forbidden')
    expect(await kind(startExit(at(of.stranger, '2026-10-02'), act))).toBe('not-found')
    expect(await kind(closeContract(at(of.approver, '2026-10-02'), act))).toBe('wrong-state')
    expect(await kind(startExit(at(of.approver, '2026-10-02'), act))).toBe('done')
    const people = { practice: of.manager, supplier: of.losingSignatory, payer: of.approver }
    const tick = async (by: Actor, key: (typeof exitKeys)[number], change = {}) => {
      const { version: now } = await rowOf(id)
      const input = { contractId: id, version: now, key, doneOn: '2026-10-02', evidence: 'Report 17', ...change }
      return kind(tickExitItem(at(by, '2026-10-02'), input))
    }
    expect(await tick(of.manager, 'deletion-certificate')).toBe('forbidden')
    expect(await tick(of.losingSignatory, 'data-returned')).toBe('forbidden')
    expect(await tick(of.manager, 'data-returned', { doneOn: '2026-10-03' })).toBe('invalid')
    expect(await tick(of.manager, 'data-returned', { version: 1 })).toBe('stale')
    for (const key of exitKeys) {
      const { version: now } = await rowOf(id)
      const refused = await closeContract(at(of.approver, '2026-10-02'), { contractId: id, version: now })
      expect(!refused.ok && refused.refusal.kind === 'conflict' && refused.refusal.because).toContain(
        exitItems[key].words,
      )
      expect(await tick(people[exitItems[key].side], key)).toBe('done')
    }
    expect(await tick(of.manager, 'data-returned')).toBe('conflict')
    const close = { contractId: id, version: (await rowOf(id)).version }
    const many = await Promise.all(
      Array.from({ length: 20 }, () => kind(closeContract(at(of.approver, '2026-10-02'), close))),
    )
    expect(many.filter((answer) => answer === 'done')).toHaveLength(1)
    expect((await rowOf(id)).state).toBe('closed')
    expect((await names()).filter((name) => name === 'ContractClosed')).toHaveLength(1)
  })
})

describe('a site', () => {
  const live = async (of: Parties) => {
    const { id } = await contract.present(of)
    return db.contractSite.findFirstOrThrow({ where: { contractId: id }, select: { id: true } })
  }
  const stored = (id: string) =>
    db.contractSite.findUniqueOrThrow({
      where: { id },
      select: { state: true, liveOn: true, ceasedOn: true, version: true },
    })

  it('a corrected go-live needs both sides and is never a day to come (N9, N10)', async () => {
    const of = await parties()
    const { id: siteId } = await live(of)
    const correct = (actor: Actor, version: number, day: Day) =>
      kind(correctGoLive(contextOf(actor), { siteId, version, day }))
    expect(await correct(of.stranger, 1, '2023-10-04')).toBe('not-found')
    expect(await correct(of.approver, 1, '2023-10-04')).toBe('forbidden')
    expect(await correct(of.manager, 1, '2026-03-03')).toBe('invalid')
    expect(await correct(of.manager, 1, '2023-10-01')).toBe('invalid')
    expect(await correct(of.manager, 7, '2023-10-04')).toBe('stale')
    expect(await correct(of.manager, 1, '2023-10-04')).toBe('done')
    expect(await correct(of.losingSignatory, 2, '2023-10-05')).toBe('done')
    expect((await stored(siteId)).liveOn).toEqual(new Date('2023-10-01'))
    expect(await correct(of.losingSignatory, 3, '2023-10-04')).toBe('done')
    expect((await stored(siteId)).liveOn).toEqual(new Date('2023-10-04'))
    expect((await names()).slice(-3)).toEqual(['GoLiveCorrectionSaid', 'GoLiveCorrectionSaid', 'GoLiveCorrected'])
  })

  it('ceases once, by the practice or the payer', async () => {
    const of = await parties()
    const { id: siteId } = await live(of)
    const cease = (actor: Actor, change = {}) =>
      kind(ceaseSite(contextOf(actor), { siteId, version: 1, day: '2026-03-01', ...change }))
    expect(await cease(of.stranger)).toBe('not-found')
    expect(await cease(of.losingSignatory)).toBe('forbidden')
    expect(await cease(of.manager, { day: '2026-03-03' })).toBe('invalid')
    expect(await cease(of.manager, { day: '2023-09-30' })).toBe('invalid')
    const many = await Promise.all(Array.from({ length: 20 }, () => cease(of.manager)))
    expect(many.filter((answer) => answer === 'done')).toHaveLength(1)
    expect(await stored(siteId)).toMatchObject({ state: 'ceased', ceasedOn: new Date('2026-03-01') })
    expect(await cease(of.manager, { version: 2 })).toBe('wrong-state')
    expect((await names()).filter((name) => name === 'SiteCeased')).toHaveLength(1)
  })
})
