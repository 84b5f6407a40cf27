import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { transaction } from '@/lib/platform/transaction'
import { supersedeSetting } from '@/lib/settings/supersede-setting'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { budgetLine } from '@/prisma/factories/funding'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { approveFunding } from './approve-funding'
import { getFundingDecisions } from './get-funding-decisions'
import { getFundingRequest } from './get-funding-request'
import { listDecisionFigures } from './list-decision-figures'
import { setBudget } from './set-budget'
import { submitFundingRequest } from './submit-funding-request'

useDatabase()
let practiceId: string
let [manager, partner, finance] = [] as unknown as Actor[]

beforeEach(async () => {
  practiceId = (await organisation.practice()).id
  manager = await person.practiceManager(practiceId)
  partner = await person.with('funding-approver', practiceId, { limitPence: 1_000n })
  finance = await person.with('finance-officer', practiceId)
})

const budget = (stream: 'LOCAL' | 'GPIT', actor = finance!) =>
  setBudget(contextOf(actor), {
    payerId: practiceId,
    stream,
    year: 2026,
    pounds: 5_000n,
    seen: '',
    reason: 'As the partners decided',
  })
const ask = (given: Partial<{ payerId: string; stream: string; pence: bigint; by: Actor }> = {}) => {
  const { payerId = practiceId, stream = 'LOCAL', pence = 900n, by = manager! } = given
  return transaction((tx) =>
    submitFundingRequest(tx, contextOf(by), {
      payerId,
      requesterOrgId: by.organisationId!,
      reference: { type: 'Test', id: newId() },
      title: 'A thing',
      reason: 'Because the practice needs it',
      stream,
      termsHash: 'h',
      sums: [{ year: 2026, pence }],
    }),
  )
}
const approve = (actor: Actor, id: string) => approveFunding(contextOf(actor), { id, version: 1, reason: '' })

describe('T9: a practice pays for itself', () => {
  it('from its own LOCAL line, set by its finance officer, decided by its approver: the money is committed', async () => {
    expect(await budget('GPIT')).toMatchObject({
      refusal: { kind: 'invalid', fields: { stream: [expect.any(String)] } },
    })
    expect(await budget('LOCAL', manager)).toMatchObject({ refusal: { kind: 'not-found' } })
    const { lineId } = await value(budget('LOCAL'))
    const request = await value(ask())
    expect(request.slices).toMatchObject([{ stream: 'LOCAL', budgetLineId: lineId, state: 'reserved' }])
    expect(await approve(partner!, request.id)).toMatchObject({ value: { state: 'approved' } })
    expect(await db.budgetLine.findUniqueOrThrow({ where: { id: lineId } })).toMatchObject({ committedPence: 900n })
  })

  it('from no other stream, for no other practice, and no supplier pays', async () => {
    await value(budget('LOCAL'))
    expect(await ask({ stream: 'GPIT' })).toMatchObject({ refusal: { because: expect.stringContaining('is LOCAL') } })
    const other = await person.practiceManager((await organisation.practice()).id)
    expect(await ask({ by: other })).toMatchObject({ refusal: { because: 'A practice pays for itself only' } })
    const supplier = await organisation.supplier()
    expect(await ask({ payerId: supplier.id })).toMatchObject({
      refusal: { because: expect.stringContaining('can be the payer') },
    })
    expect(await db.fundingRequest.count()).toBe(0)
  })

  it('B6, N1: who asked cannot approve, whatever else they hold in the practice', async () => {
    await value(budget('LOCAL'))
    const both: Actor = {
      ...manager!,
      grants: [...manager!.grants, { role: 'funding-approver', organisationId: practiceId, limitPence: 9_999n }],
    }
    const request = await value(ask({ by: both }))
    expect(await approve(both, request.id)).toMatchObject({
      refusal: { kind: 'forbidden', because: 'You cannot decide a request you made yourself' },
    })
  })

  it('no limit is no approval: the refusal says so, until the practice sets one', async () => {
    await value(budget('LOCAL'))
    const without = await person.with('funding-approver', practiceId)
    const request = await value(ask())
    const because = 'No approval limit is set for you, so you cannot decide on any amount'
    expect(await approve(without, request.id)).toMatchObject({ refusal: { kind: 'forbidden', because } })
    const seen = (await getFundingRequest(without, request.id))!
    expect((await getFundingDecisions(contextOf(without), seen)).approve).toEqual({ allowed: false, because })
    await value(
      supersedeSetting(contextOf(finance!), {
        organisationId: practiceId,
        key: 'usual-limit',
        seen: '',
        value: '9.00',
        from: '2026-03-02',
        source: 'Partners’ meeting',
        verifiedOn: null,
      }),
    )
    expect(await approve(without, request.id)).toMatchObject({ value: { state: 'approved' } })
  })

  it('is never told in public figures, however many requests it had, and other practices find nothing', async () => {
    await value(budget('LOCAL'))
    for (let i = 0; i < 6; i++) await value(ask({ pence: 1n }))
    const payer = await organisation.commissioner()
    await budgetLine(payer.id, 100n, 2026, 'LOCAL')
    await value(ask({ payerId: payer.id, pence: 1n }))
    const figures = await listDecisionFigures(contextOf(manager!))
    expect(figures).toMatchObject({ value: [{ payerId: payer.id }] })
    const [request] = await db.fundingRequest.findMany({ where: { payerId: practiceId }, take: 1 })
    const stranger = await person.with('funding-approver', (await organisation.practice()).id, { limitPence: 9_999n })
    expect(await approve(stranger, request!.id)).toMatchObject({ refusal: { kind: 'not-found' } })
  })
})
