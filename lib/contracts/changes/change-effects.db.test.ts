import { describe, expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { contract } from '@/prisma/factories/contract'
import {
  aContract,
  act,
  becauseOf,
  funded,
  kind,
  names,
  proposed,
  rowOf,
  signed,
} from '@/prisma/factories/contract-change'
import { organisation } from '@/prisma/factories/organisation'
import { moveDueContracts } from '../ends/move-due-contracts'
import { makeChangeEffective, makeDueChangesEffective } from './make-change-effective'

useDatabase()

describe('small changes together (C3, W10)', () => {
  it('the second of two that pass 10 % together needs the UK10', async () => {
    const { of, id } = await aContract()
    const first = await proposed(of, id, { total: 21_100_000n })
    await funded(of, first)
    await signed(of, first)
    expect(await kind(makeChangeEffective(contextOf(of.approver), await act(first)))).toBe('done')
    const second = await proposed(of, id, { total: 22_100_000n })
    expect(await rowOf(second)).toMatchObject({ needsNotice: true })
  })
})

describe('an extension', () => {
  it('of a contract near its notice date makes it live again, with a new notice date (never by itself, C6)', async () => {
    const { of, id } = await aContract()
    const near = (now: string) => contextOf(system, new Date(`${now}T10:00:00Z`))
    await moveDueContracts(near('2027-06-10'))
    expect((await db.contract.findUniqueOrThrow({ where: { id } })).state).toBe('expiring')
    const change = await proposed(of, id, { kind: 'term', endsOn: '2028-03-31', effectiveOn: '2027-06-11' })
    await signed(of, change)
    expect(becauseOf(await makeChangeEffective(contextOf(of.approver), await act(change)))).toContain('11 June 2027')
    await makeDueChangesEffective(near('2027-06-11'))
    expect(await db.contract.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'live',
      endsOn: new Date('2028-03-31'),
      runsUntil: new Date('2028-03-31'),
      noticeDate: new Date('2028-01-01'),
    })
    expect((await names('Contract')).slice(-2)).toEqual(['NoticeDateNear', 'ContractExtended'])
  })

  it('into the days of another contract is refused in words (C1)', async () => {
    const { of, id } = await aContract()
    await contract.made(of, { id: newId(), startsOn: '2028-03-15', endsOn: '2029-03-14' })
    const change = await proposed(of, id, { kind: 'term', endsOn: '2028-03-31' })
    await signed(of, change)
    expect(becauseOf(await makeChangeEffective(contextOf(of.approver), await act(change)))).toContain('not overlap')
  })
})

describe('more sites', () => {
  it('are planned sites from the day the change takes effect', async () => {
    const { of, id } = await aContract()
    const branch = await organisation.practice({ name: 'Branch', partOfCode: of.payer.code })
    const change = await proposed(of, id, { kind: 'sites', practices: branch.code! })
    await signed(of, change)
    expect(await kind(makeChangeEffective(contextOf(of.approver), await act(change)))).toBe('done')
    const sites = await db.contractSite.findMany({
      where: { contractId: id },
      select: { practiceId: true, state: true },
    })
    expect(sites).toContainEqual({ practiceId: branch.id, state: 'planned' })
  })
})
