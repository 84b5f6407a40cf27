import { beforeEach, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { transaction } from '@/lib/platform/transaction'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { budgetLine, fundingRequest } from '@/prisma/factories/funding'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { approveFunding } from './approve-funding'
import { listFundsEntries } from './list-funds-entries'
import { returnFunds } from './return-funds'
import { spendFunds } from './spend-funds'

const database = useDatabase()
let approver: Actor
let requestId: string
let lineId: string
beforeEach(async () => {
  const payer = await organisation.commissioner()
  lineId = (await budgetLine(payer.id, 10_000n)).id
  approver = await person.approver(payer.id, 1_000_000n)
  const practice = await organisation.practice({ partOfCode: payer.code })
  const request = await value(fundingRequest.submitted(await person.practiceManager(practice.id), payer.id, 900n))
  requestId = request.id
  await value(approveFunding(contextOf(approver), { id: requestId, version: 1, reason: '' }))
})

const spend = (key: string, pence: bigint) =>
  transaction((tx) =>
    spendFunds(tx, contextOf(approver), { fundingRequestId: requestId, budgetLineId: lineId, pence, key }),
  )
const giveBack = (prefix: string) =>
  transaction(async (tx) => ({ ok: true as const, value: await returnFunds(tx, contextOf(approver), prefix) }))
const slice = () => db.commitment.findFirstOrThrow({ select: { state: true, spentPence: true } })
const line = () => db.budgetLine.findUniqueOrThrow({ where: { id: lineId } })

it('B3, B4: what was spent is given back whole and once, of twenty at once, and can be spent again', async () => {
  await value(spend('invoice/1/0', 300n))
  await value(spend('invoice/2/0', 600n))
  expect(await slice()).toEqual({ state: 'spent', spentPence: 900n })
  const sums = await Promise.allSettled(Array.from({ length: 20 }, () => giveBack('invoice/1/')))
  expect(sums.flatMap((s) => (s.status === 'fulfilled' ? [s.value.value] : [])).reduce((a, b) => a + b, 0n)).toBe(300n)
  expect(await slice()).toEqual({ state: 'part-spent', spentPence: 600n })
  expect(await line()).toMatchObject({ committedPence: 300n, spentPence: 600n })
  expect(await spend('invoice/1/0', 300n), 'the same key has paid already').toMatchObject({ ok: true })
  expect(await slice()).toMatchObject({ spentPence: 600n })
  await value(spend('invoice/3/0', 300n))
  expect((await giveBack('invoice/')).value).toBe(900n)
  expect(await slice()).toEqual({ state: 'committed', spentPence: 0n })
  const entries = await listFundsEntries(db, await line())
  expect(entries.map(({ kind, pence }) => `${kind} ${pence}`)).toEqual([
    ...['reserved 900', 'committed 900', 'spent 300', 'spent 600', 'returned 300', 'spent 300'],
    ...['returned 600', 'returned 300'],
  ])
})

it('what was released since gives its line the money free', async () => {
  await value(spend('invoice/1/0', 300n))
  await database.asOwner(`update "FundingRequest" set state = 'voided'`)
  await database.asOwner(`update "Commitment" set state = 'released'`)
  await database.asOwner(`update "BudgetLine" set "committedPence" = 0`)
  await giveBack('invoice/1/')
  expect(await line()).toMatchObject({ committedPence: 0n, spentPence: 0n })
  await expect(
    db.commitmentSpend.create({
      data: { id: requestId, commitmentId: requestId, key: 'x', pence: -1n, at: new Date(0) },
    }),
  ).rejects.toThrow(/commitment_spend_sign/)
})
