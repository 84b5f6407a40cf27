import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { transaction } from '@/lib/platform/transaction'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { budgetLine } from '@/prisma/factories/funding'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { approveFunding } from './approve-funding'
import { declineFunding } from './decline-funding'
import { getBudget } from './list-budgets'
import { listFundingQueue } from './list-funding-queue'
import { setBudget } from './set-budget'
import { rollFunds, spendFunds } from './spend-funds'
import { submitFundingRequest } from './submit-funding-request'
import { voidFunding } from './void-funding'

useDatabase()
let payerId: string
let [asker, approver, finance] = [] as unknown as Actor[]
const on = (day: string) => new Date(`${day}T10:00:00Z`)

beforeEach(async () => {
  payerId = (await organisation.commissioner()).id
  asker = await person.practiceManager((await organisation.practice()).id)
  approver = await person.approver(payerId, 100_000_000n)
  finance = await person.with('finance-officer', payerId)
})

const asked = (pence: bigint, day: string, similarityKeys: string[] = [], year = 2026) =>
  value(
    transaction((tx) =>
      submitFundingRequest(tx, contextOf(asker!, on(day)), {
        payerId,
        requesterOrgId: asker!.organisationId!,
        reference: { type: 'Test', id: newId() },
        title: 'A thing',
        reason: 'Because',
        stream: 'GPIT',
        termsHash: 'h',
        sums: [{ year, pence }],
        similarityKeys,
      }),
    ),
  )
const approved = async (id: string, day: string) =>
  value(approveFunding(contextOf(approver!, on(day)), { id, version: 1, reason: '' }))

describe('P7: the picture of the year', () => {
  it('told from the events alone comes out at what the line holds, whatever moved its money', async () => {
    const { lineId } = await value(
      setBudget(contextOf(finance!, on('2026-04-02')), {
        payerId,
        stream: 'GPIT',
        year: 2026,
        pounds: 10_000n,
        seen: '',
        reason: 'As the board decided',
      }),
    )
    const nextLine = await budgetLine(payerId, 5_000n, 2027)
    const spent = await asked(1_000n, '2026-04-10')
    await approved(spent.id, '2026-05-04')
    const spending = { fundingRequestId: spent.id, budgetLineId: lineId, pence: 400n, key: 'invoice-1' }
    await value(transaction((tx) => spendFunds(tx, contextOf(finance!, on('2026-06-03')), spending)))
    const declined = await asked(300n, '2026-06-04')
    const no = { id: declined.id, version: 1, code: 'no-budget' as const, reason: 'There is none left for it' }
    await value(declineFunding(contextOf(approver!, on('2026-07-06')), no))
    const voided = await approved((await asked(200n, '2026-06-05')).id, '2026-06-08')
    await value(transaction((tx) => voidFunding(tx, contextOf(asker!, on('2026-08-03')), voided)))
    await asked(70n, '2026-08-04')
    const slice = await db.commitment.findFirstOrThrow({ where: { fundingRequestId: spent.id } })
    const roll = { commitmentId: slice.id, pence: 600n }
    await value(rollFunds(contextOf(finance!, on('2027-04-05')), roll))

    const budget = (await getBudget(contextOf(finance!, on('2027-04-06')), lineId))!
    const at = (month: string) => budget.year.find((point) => point.month === month)
    expect(at('2026-04')).toMatchObject({ reservedPence: 1_000n, committedPence: 0n, allocatedPence: 10_000n })
    expect(at('2026-06')).toMatchObject({ reservedPence: 300n, committedPence: 800n, spentPence: 400n })
    expect(at('2026-08')).toMatchObject({ reservedPence: 70n, committedPence: 600n, spentPence: 400n })
    const { reservedPence, committedPence, spentPence, allocatedPence } = budget.line
    expect(at('after')).toEqual({ month: 'after', reservedPence, committedPence, spentPence, allocatedPence })
    const next = (await getBudget(contextOf(finance!, on('2027-04-06')), nextLine.id))!
    expect(next.year.at(-1)).toMatchObject({ month: '2027-04', committedPence: 600n })
  })
})

describe('P3: the queue', () => {
  it('B6: tells the payer of other requests for the like in its window, and nobody else', async () => {
    await budgetLine(payerId, 10_000n)
    const [first, second, old, other] = [
      await asked(1n, '2026-03-02', ['supplier/practice/C5', 'supplier/practice/C13']),
      await asked(1n, '2026-03-03', ['supplier/practice/C13']),
      await asked(1n, '2025-03-01', ['supplier/practice/C5']),
      await asked(1n, '2026-03-04', ['supplier/another/C5']),
    ]
    const alike = async (actor: Actor) =>
      new Map((await listFundingQueue(contextOf(actor))).map((request) => [request.id, request.alike]))
    const seen = await alike(approver!)
    expect([first, second, old, other].map(({ id }) => seen.get(id))).toEqual([1, 1, 1, 0])
    expect([...(await alike(asker!)).values()]).toEqual([0, 0, 0, 0])
    const stranger = await person.approver((await organisation.commissioner()).id, 1n)
    expect(await alike(stranger)).toEqual(new Map())
  })
})
