import { describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { contract, parties, signedCallOff } from '@/prisma/factories/contract'
import { confirmGoLive } from './confirm-go-live'
import { getContract } from './get-contract'
import { getContractFacts } from './get-contract-facts'
import { getNoticeCalendar } from './get-notice-calendar'
import { giveNotice } from './give-notice'
import { listContracts } from './list-contracts'
import { makeContract } from './make-contract'

useDatabase()
const names = async () =>
  (await db.event.findMany({ orderBy: { id: 'asc' }, select: { name: true } })).map((e) => e.name)
const today = '2026-03-02'

describe('making a contract of a signed call-off', () => {
  it('makes one contract and one event, however often and however many at once', async () => {
    const of = await parties()
    const callOff = signedCallOff(of)
    const answers = await Promise.all(Array.from({ length: 8 }, () => makeContract(contextOf(), callOff)))
    await makeContract(contextOf(), callOff)
    expect(new Set(answers.map((a) => a.ok && a.value.id)).size).toBe(1)
    expect(await db.contract.count()).toBe(1)
    expect(await db.contractSite.count()).toBe(1)
    expect(await names()).toEqual(['ContractMade'])
  })
})

describe('reading contracts', () => {
  it('each party sees its own; a stranger is turned away', async () => {
    const of = await parties()
    const made = await contract.made(of)
    for (const actor of [of.manager, of.partner, of.approver, of.gainingSignatory]) {
      expect((await getContract(actor, made.id, today))?.noticeDate).toBe('2028-11-30')
      expect((await listContracts(actor, today)).map((c) => c.practice)).toEqual(['Canal Side Surgery'])
    }
    for (const actor of [of.stranger, of.losingSignatory, contextOf().actor]) {
      expect(await getContract(actor, made.id, today)).toBeUndefined()
      expect(await listContracts(actor, today)).toEqual([])
    }
    expect(await getContract(of.manager, 'nonsense', today)).toBeUndefined()
    expect(await getNoticeCalendar(contextOf(of.manager))).toContain('DTSTART;VALUE=DATE:20281130')
    expect(await getNoticeCalendar(contextOf(of.stranger))).not.toContain('VEVENT')
  })
})

describe('confirming the day of go-live', () => {
  it('refuses from the outside in: not found, forbidden, invalid, stale; and writes nothing', async () => {
    const of = await parties()
    const made = await contract.made(of)
    const site = (await getContractFacts(db, made.id))!.sites[0]!
    const before = await names()
    const input = { siteId: site.id, version: 1, day: '2026-03-02' }
    const confirm = async (actor: typeof of.manager, change = {}) => {
      const result = await confirmGoLive(contextOf(actor), { ...input, ...change })
      return result.ok ? 'done' : result.refusal.kind
    }
    expect(await confirm(of.stranger)).toBe('not-found')
    expect(await confirm(of.partner)).toBe('forbidden')
    expect(await confirm(of.manager, { day: '2026-03-03' })).toBe('invalid')
    expect(await confirm(of.manager, { version: 7 })).toBe('stale')
    expect(await names()).toEqual(before)
  })

  it('differing days are a dispute until they are equal (N10); then site and contract are live', async () => {
    const of = await parties()
    const made = await contract.made(of)
    expect((await contract.confirm(of.manager, made.id, '2026-03-01', noon)).state).toBe('half-confirmed')
    expect((await contract.confirm(of.gainingSignatory, made.id, '2026-03-02', noon)).state).toBe('disputed')
    expect((await contract.confirm(of.manager, made.id, '2026-03-02', noon)).state).toBe('live')
    expect(await getContractFacts(db, made.id)).toMatchObject({ state: 'live', sites: [{ liveOn: '2026-03-02' }] })
    expect(await names()).toEqual([
      'ContractMade',
      'GoLiveConfirmed',
      'GoLiveDisputed',
      'ContractWentLive',
      'SiteWentLive',
    ])
  })

  it('two confirmations at once: one event', async () => {
    const of = await parties()
    const made = await contract.made(of)
    const site = (await getContractFacts(db, made.id))!.sites[0]!
    const input = { siteId: site.id, version: 1, day: '2026-03-02' }
    const results = await Promise.all(Array.from({ length: 6 }, () => confirmGoLive(contextOf(of.manager), input)))
    expect(results.filter((r) => r.ok)).toHaveLength(1)
    expect((await names()).filter((n) => n === 'GoLiveConfirmed')).toHaveLength(1)
  })
})

describe('giving notice', () => {
  it('climbs the ladder: not found, forbidden, invalid, stale, done, wrong state', async () => {
    const of = await parties()
    const { id } = await contract.present(of)
    const give = async (actor: typeof of.manager, change = {}) => {
      const reason = 'The practice moves to another system in June'
      const input = { contractId: id, version: 1, terminatesOn: '2026-06-30', reason, ...change }
      const result = await giveNotice(contextOf(actor), input)
      return result.ok ? 'done' : result.refusal.kind
    }
    expect(await give(of.stranger)).toBe('not-found')
    expect(await give(of.requester)).toBe('forbidden')
    expect(await give(of.approver, { terminatesOn: '2026-04-01' })).toBe('invalid')
    expect(await give(of.approver, { version: 9 })).toBe('stale')
    expect(await give(of.approver)).toBe('done')
    expect(await give(of.approver, { version: 2 })).toBe('wrong-state')
    expect(await names()).toEqual(['ContractRecorded', 'NoticeGiven'])
    expect((await getContract(of.manager, id, today))?.notice?.terminatesOn).toBe('2026-06-30')
  })
})
