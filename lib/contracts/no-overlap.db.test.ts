import { describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Parties, parties } from '@/prisma/factories/contract'
import { recordExistingContract } from './record-existing-contract'

useDatabase()
const moduleId = 'one-module'
const term = { startsOn: '2024-01-01', endsOn: '2026-12-31' }
const recordIt = (of: Parties, number: string, given: object = {}) =>
  recordExistingContract(contextOf(of.requester), {
    number,
    practiceId: of.practice.id,
    payerId: of.payer.id,
    supplierId: of.losing.id,
    moduleId,
    moduleName: 'One module',
    ...term,
    noticeDays: 90,
    yearlyPence: 1n,
    totalPence: 3n,
    listSize: null,
    ...given,
  })
const kindOf = async (result: ReturnType<typeof recordIt>) => {
  const answer = await result
  return answer.ok ? 'done' : answer.refusal.kind
}

describe('one contract at a time for a practice and a module (C1)', () => {
  it('20 clients at once record the same days: one contract, 19 refusals in words', async () => {
    const of = await parties()
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => recordIt(of, `K${i}`)))
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]))
    expect(refused).toHaveLength(19)
    expect(refused.every((r) => r.kind === 'conflict' && /another contract for this module/.test(r.because))).toBe(true)
    expect(await db.contract.count()).toBe(1)
    expect(await db.event.count({ where: { name: 'ContractRecorded' } })).toBe(1)
  })

  it('a naive look before the insert lets several in: the constraint is what holds', async () => {
    const of = await parties()
    const seen: number[] = []
    const naive = async (i: number) => {
      seen.push(await db.contract.count({ where: { moduleId, practiceId: of.practice.id } }))
      return kindOf(recordIt(of, `K${i}`))
    }
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => naive(i)))
    expect(seen.filter((count) => count === 0).length).toBeGreaterThan(1)
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1)
  })

  it('adjacent terms, another module, another practice and a module that nobody named are fine; one shared day is not', async () => {
    const of = await parties()
    expect(await kindOf(recordIt(of, 'K1'))).toBe('done')
    expect(await kindOf(recordIt(of, 'K2', { startsOn: '2026-12-31', endsOn: '2027-12-31' }))).toBe('conflict')
    expect(await kindOf(recordIt(of, 'K3', { startsOn: '2027-01-01', endsOn: '2027-12-31' }))).toBe('done')
    expect(await kindOf(recordIt(of, 'K4', { startsOn: '2023-01-01', endsOn: '2023-12-31' }))).toBe('done')
    expect(await kindOf(recordIt(of, 'K5', { moduleId: 'another' }))).toBe('done')
    expect(await kindOf(recordIt(of, 'K6', { moduleId: null }))).toBe('done')
    expect(await kindOf(recordIt(of, 'K7', { moduleId: null }))).toBe('done')
  })

  it('the database refuses an overlap however it is written (23P01)', async () => {
    const of = await parties()
    await recordIt(of, 'K1')
    await recordIt(of, 'K3', { startsOn: '2027-01-01', endsOn: '2027-12-31' })
    await expect(db.$executeRaw`update "Contract" set "runsUntil" = '2027-01-01' where number = 'K1'`).rejects.toThrow(
      /contract_no_overlap/,
    )
  })
})
