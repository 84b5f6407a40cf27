import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { budgetLine, fundingRequest, payerWithPeople, requestFor } from '@/prisma/factories/funding'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { answerFunding, appealFunding, markFundingUrgent, reviewFunding } from './answer-funding'
import { approveFunding } from './approve-funding'
import { declineFunding, recommendFunding, returnFunding } from './decline-funding'
import type { FundingRequest } from './funding-request'
import { listAlike, listFundingNotes } from './get-funding-request'

const database = useDatabase()
let people: Awaited<ReturnType<typeof payerWithPeople>>
let payerId: string
let [asker, approver, second, recommender, finance] = [] as unknown as Actor[]
const text = 'Said in more than thirty characters, so that nobody has to guess.'
const on = (day: string) => new Date(`${day}T10:00:00Z`)

beforeEach(async () => {
  people = await payerWithPeople()
  ;({ payerId, asker, approver, second, recommender, finance } = people)
})

const asked = (...of: [sums?: { year: number; pence: bigint }[], more?: object]) => requestFor(people, ...of)
const at = ({ id, version }: FundingRequest) => ({ id, version })
const line = (year = 2026) =>
  db.budgetLine.findFirstOrThrow({
    where: { year },
    select: { reservedPence: true, committedPence: true, spentPence: true },
  })
const approve = (request: FundingRequest, actor = approver!, now?: Date) =>
  approveFunding(contextOf(actor, now), { ...at(request), reason: '' })

describe('a decision and its appeal', () => {
  it('declined, appealed once, decided by another approver; the money follows', async () => {
    await budgetLine(payerId, 1_000n)
    const declined = value(
      await declineFunding(contextOf(approver!), { ...at(await asked()), code: 'poor-value', reason: text }),
    )
    expect(await line()).toMatchObject({ reservedPence: 0n })
    expect(await appealFunding(contextOf(second!), { ...at(declined), text })).toMatchObject({
      refusal: { kind: 'forbidden' },
    })
    const appealed = value(await appealFunding(contextOf(asker!), { ...at(declined), text }))
    expect(appealed).toMatchObject({ state: 'submitted', dueOn: '2026-03-30', firstDecidedById: approver!.userId })
    expect(await line()).toMatchObject({ reservedPence: 300n })
    expect(await approve(appealed)).toMatchObject({ refusal: { because: expect.stringContaining('Another approver') } })
    const again = value(await declineFunding(contextOf(second!), { ...at(appealed), code: 'other', reason: text }))
    expect(await appealFunding(contextOf(asker!), { ...at(again), text })).toMatchObject({
      refusal: { because: expect.stringContaining('once already') },
    })
    expect(await line()).toMatchObject({ reservedPence: 0n, committedPence: 0n })
    expect((await listFundingNotes(again)).map((n) => n.kind).toSorted()).toEqual(['appeal', 'decline', 'decline'])
  })

  it('an appeal that finds no money any more is refused, and nothing is written', async () => {
    await budgetLine(payerId, 300n)
    const declined = value(
      await declineFunding(contextOf(approver!), { ...at(await asked()), code: 'capacity', reason: text }),
    )
    await asked()
    expect(await appealFunding(contextOf(asker!), { ...at(declined), text })).toMatchObject({
      refusal: { kind: 'conflict' },
    })
    expect(await db.fundingNote.count({ where: { kind: 'appeal' } })).toBe(0)
  })

  it('returned with a question the clock stands and the money stays; the answer starts it with what was left', async () => {
    await budgetLine(payerId, 1_000n)
    const request = await asked()
    const returned = value(await returnFunding(contextOf(second!, on('2026-03-16')), { ...at(request), text }))
    expect(returned).toMatchObject({ state: 'returned', daysLeft: 10 })
    expect(await line()).toMatchObject({ reservedPence: 300n })
    expect(await approve(returned)).toMatchObject({ refusal: { kind: 'wrong-state' } })
    const answered = value(await answerFunding(contextOf(asker!, on('2026-04-02')), { ...at(returned), text }))
    // Ten working days after 2 April, over Good Friday and Easter Monday.
    expect(answered).toMatchObject({ state: 'submitted', daysLeft: null, dueOn: '2026-04-20' })
  })

  it('B6: who recommends does not approve, and the database says so too', async () => {
    await budgetLine(payerId, 1_000n)
    const both = await person.approver(payerId, 100_000_000n)
    await db.grant.create({
      data: {
        id: newId(),
        personId: both.userId,
        organisationId: payerId,
        role: 'funding-recommender',
        validFrom: on('2020-01-01'),
      },
    })
    both.grants.push({ role: 'funding-recommender', organisationId: payerId, limitPence: null })
    const recommended = value(await recommendFunding(contextOf(both), { ...at(await asked()), text }))
    expect(await approve(recommended, both)).toMatchObject({ refusal: { kind: 'forbidden' } })
    await expect(
      database.asOwner(
        `update "FundingRequest" set state = 'approved', "decidedById" = '${both.userId}' where id = '${recommended.id}'`,
      ),
    ).rejects.toThrow(/funding_request_duties/)
    expect(await approve(recommended)).toMatchObject({ ok: true, value: { approvedUntil: '2026-05-31' } })
  })

  it('urgent: no recommendation, still budget; a third person reviews in time', async () => {
    await budgetLine(payerId, 300n)
    await database.asOwner(`update "Setting" set "validTo" = '2026-03-01' where key = 'recommended-above'`)
    await db.setting.create({
      data: {
        id: newId(),
        organisationId: payerId,
        key: 'recommended-above',
        value: '1',
        source: 's',
        validFrom: on('2020-01-01'),
      },
    })
    const request = await asked()
    expect(await approve(request)).toMatchObject({ refusal: { because: expect.stringContaining('recommend') } })
    const urgent = value(await markFundingUrgent(contextOf(asker!), { ...at(request), text }))
    const approved = value(await approve(urgent))
    expect(approved.reviewDueOn).toBe('2026-03-16')
    const review = { ...at(approved), outcome: 'justified' as const, text }
    expect(await reviewFunding(contextOf(approver!), review)).toMatchObject({ refusal: { kind: 'forbidden' } })
    const reviewed = value(await reviewFunding(contextOf(finance!), review))
    expect(await reviewFunding(contextOf(second!), { ...review, version: reviewed.version })).toMatchObject({
      refusal: { kind: 'wrong-state' },
    })
  })

  it('two requests for the like are shown to whoever decides, and only within the window', async () => {
    await budgetLine(payerId, 1_000n)
    const [one, two] = [
      await asked(undefined, { similarityKeys: ['s/p/C1', 's/p/C2'] }),
      await asked(undefined, { similarityKeys: ['s/p/C2'] }),
    ]
    await asked(undefined, { similarityKeys: ['s/p/C3'] })
    expect((await listAlike(contextOf(approver!), two)).map((r) => r.id)).toEqual([one.id])
    expect(await listAlike(contextOf(asker!), two)).toEqual([])
    await database.asOwner(`update "FundingRequest" set "submittedAt" = '2025-02-01' where id = '${one.id}'`)
    expect(await listAlike(contextOf(approver!), two)).toEqual([])
  })
})

it('a recommender cannot decide; a request of another payer is not found', async () => {
  await budgetLine(payerId, 1_000n)
  const request = value(await fundingRequest.submitted(asker!, payerId, 5n))
  expect(await approve(request, recommender!)).toMatchObject({ refusal: { kind: 'forbidden' } })
  const stranger = await person.with('funding-recommender', (await organisation.commissioner()).id)
  expect(await recommendFunding(contextOf(stranger), { ...at(request), text })).toMatchObject({
    refusal: { kind: 'not-found' },
  })
})
