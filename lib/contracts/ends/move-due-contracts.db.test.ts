import { describe, expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import type { Day } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { contract, parties } from '@/prisma/factories/contract'
import { giveNotice } from '../give-notice'
import { moveDueContracts } from './move-due-contracts'

const { asOwner } = useDatabase()
const night = (day: Day) => moveDueContracts(contextOf(system, new Date(`${day}T02:00:00Z`)))
const stateOf = async (id: string) => (await db.contract.findUniqueOrThrow({ where: { id } })).state
const names = async () =>
  (await db.event.findMany({ where: { actorId: 'system' }, orderBy: { id: 'asc' }, select: { name: true } })).map(
    (e) => e.name,
  )

describe('the clock of contracts', () => {
  it('is near from the first reminder on, expires after the end, and never renews (C6)', async () => {
    const { id } = await contract.present(await parties()) // ends on 30 September 2026, notice date 2 July, first reminder 3 January
    await night('2026-01-02')
    expect(await stateOf(id)).toBe('live')
    await night('2026-01-03')
    expect(await stateOf(id)).toBe('expiring')
    await night('2026-07-03') // the notice date has passed without a decision
    await night('2026-09-30')
    expect(await stateOf(id)).toBe('expiring')
    await night('2026-10-01')
    expect(await stateOf(id)).toBe('expired')
    await night('2027-10-01')
    expect(await stateOf(id)).toBe('expired')
    expect(await db.contract.findUniqueOrThrow({ where: { id }, select: { endsOn: true } })).toEqual({
      endsOn: new Date('2026-09-30'),
    })
    expect(await names()).toEqual(['NoticeDateNear', 'ContractExpired'])
  })

  it('a contract under notice is in force to the last hour of its day (H3), then ended', async () => {
    const of = await parties()
    const { id } = await contract.present(of)
    const reason = 'The practice moves to another system in June'
    await giveNotice(contextOf(of.approver), { contractId: id, version: 1, terminatesOn: '2026-06-30', reason })
    await moveDueContracts(contextOf(system, new Date('2026-06-30T22:59:00Z'))) // 23:59 in London
    expect(await stateOf(id)).toBe('terminating')
    await moveDueContracts(contextOf(system, new Date('2026-06-30T23:01:00Z'))) // 00:01 on 1 July in London
    expect(await stateOf(id)).toBe('terminated')
    expect(await names()).toEqual(['ContractTerminated'])
  })

  it('twice and 20 at once make each move once; what was owed for long is made good', async () => {
    const { id } = await contract.present(await parties())
    await Promise.all(Array.from({ length: 20 }, () => night('2026-12-01')))
    await night('2026-12-01')
    expect(await stateOf(id)).toBe('expired')
    expect(await names()).toEqual(['NoticeDateNear', 'ContractExpired'])
  })

  it('a fault at one contract keeps no other from its turn, and the next look makes it good, once', async () => {
    const ids = []
    for (let i = 0; i < 3; i++) ids.push((await contract.present(await parties())).id)
    const broken = ids.toSorted()[1]!
    await asOwner(`create function break_one() returns trigger language plpgsql as $$ begin
      if new.id = '${broken}' then raise exception 'the power went'; end if; return new; end $$`)
    await asOwner('create trigger break_one before update on "Contract" for each row execute function break_one()')
    await expect(night('2026-02-01')).rejects.toThrow('1 contracts could not be moved')
    await asOwner('drop trigger break_one on "Contract"; drop function break_one')
    expect(await stateOf(broken)).toBe('live')
    expect(await names()).toHaveLength(2)
    await night('2026-02-01')
    expect(await Promise.all(ids.map(stateOf))).toEqual(['expiring', 'expiring', 'expiring'])
    expect(await names()).toHaveLength(3)
  })
})
