import { beforeEach, describe, expect, it } from 'vitest'
import { listFundingQueue } from '@/lib/funding/list-funding-queue'
import type { Actor } from '@/lib/platform/actor'
import { dateFromDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers, callOffIn, completedForm, fundedBy, reviewed, saved } from '@/prisma/factories/call-off'
import { budgetLine } from '@/prisma/factories/funding'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { approveOrder } from './approve-order'
import { findCallOff } from './call-off-store'
import { getOrderSection } from './get-order-view'
import { issueCallOff } from './issue-call-off'
import { requestFunding } from './request-funding'
import { signCallOff } from './sign-call-off'

useDatabase()
let of: Buyers
let made: Awaited<ReturnType<typeof module.conformant>>
let id: string
beforeEach(async () => {
  of = await buyers(noon)
  made = await module.conformant()
  id = await callOffIn('draft', of, made)
})
const yesterday = dateFromDay('2026-03-01')
const reason = 'It is what the practice needs, said in more than thirty characters.'
const found = async () => (await findCallOff(db, id))!
const ask = async (actor = of.manager) =>
  requestFunding(contextOf(actor), { id, version: (await found()).version, reason })
const choose = (payer: 'practice' | 'commissioner') => saved(of, id, 'funding', { payer })
const faults = async (result: ReturnType<typeof choose>) => {
  const got = await result
  return !got.ok && got.refusal.kind === 'invalid' ? got.refusal.fields.payer?.[0] : undefined
}
const fund = async (allocated = 5_000_000n) => {
  for (const year of [2026, 2027, 2028, 2029]) await budgetLine(of.practice.id, allocated, year, 'LOCAL')
}
const partnerWith = (limitPence: bigint) => person.with('funding-approver', of.practice.id, { limitPence })

describe('T9: a practice pays its order itself', () => {
  it('is refused in words where it has no money, too little, or nobody else who may approve', async () => {
    expect(await faults(choose('practice'))).toContain('no LOCAL budget for 2026/27')
    await fund(1_000n)
    expect(await faults(choose('practice'))).toContain('has £10.00 left')
    await db.budgetLine.updateMany({ where: { stream: 'LOCAL' }, data: { allocatedPence: 5_000_000n } })
    expect(await faults(choose('practice'))).toContain('another person than who asks')
    await partnerWith(3_731_237n)
    expect(await faults(choose('practice'))).toContain(
      'No other funding approver of the practice may approve £37,312.38',
    )
    await partnerWith(3_731_238n)
    expect(await answer(choose('practice'))).toBe('done')
    expect(await found()).toMatchObject({ payerId: of.practice.id })
    await value(choose('commissioner'))
    expect(await found()).toMatchObject({ payerId: of.commissioner.id })
  })

  it('B6: a second person of the practice approves and signs; the commissioner sees nothing of it', async () => {
    await fund()
    const partner = await partnerWith(5_000_000n)
    await completedForm(of, id)
    await value(choose('practice'))
    await reviewed(of, id)
    const asked = await value(ask())
    const request = { id: asked.fundingRequestId!, version: 1, reason: '' }
    const slices = await db.commitment.findMany({ select: { pence: true, line: { select: { stream: true } } } })
    expect(new Set(slices.map(({ line }) => line.stream))).toEqual(new Set(['LOCAL']))
    expect(slices.reduce((sum, { pence }) => sum + pence, 0n)).toBe(3_731_238n)
    expect((await listFundingQueue(contextOf(partner))).map((r) => r.id)).toEqual([request.id])
    expect(await listFundingQueue(contextOf(of.approver))).toEqual([])
    expect(await answer(approveOrder(contextOf(of.approver), request))).toBe('not-found')
    const both: Actor = { ...of.manager, grants: [...of.manager.grants, ...partner.grants] }
    expect(await because(approveOrder(contextOf(both), request))).toContain('a request you made yourself')
    await fundedBy(partner, noon, request.id)
    await value(issueCallOff(contextOf(of.manager), { id, version: (await found()).version }))
    const sign = async (actor: Actor) => {
      const { version, termsHash } = await found()
      return answer(signCallOff(contextOf(actor), { id, version, termsHash }, noon))
    }
    expect(await sign(of.approver), 'the commissioner is no party').toBe('not-found')
    expect([await sign(partner), await sign(await person.signatory(made.supplierId))]).toEqual(['done', 'done'])
    expect(await found()).toMatchObject({ state: 'signed', payerId: of.practice.id })
  })

  it('what was possible when it was chosen is asked again with the money: another practice, an approver who left', async () => {
    await fund()
    const partner = await partnerWith(5_000_000n)
    await completedForm(of, id)
    await value(choose('practice'))
    await reviewed(of, id)
    await db.grant.updateMany({ where: { personId: partner.userId }, data: { validTo: yesterday } })
    expect(await because(ask())).toContain('another person than who asks')
    const other = await organisation.practice({ partOfCode: of.commissioner.code, patients: 5000 })
    await value(saved(of, id, 'practices', { practices: other.code! }))
    expect(await because(ask())).toContain('A practice pays for itself only')
    expect(await db.fundingRequest.count()).toBe(0)
  })

  it('two at once: one of two choices of the payer is saved, the other is told', async () => {
    await fund()
    await partnerWith(5_000_000n)
    const answers = await Promise.all([answer(choose('practice')), answer(choose('practice'))])
    expect(answers.sort()).toEqual(['done', 'stale'])
  })

  it('a stranger finds no step to choose in, and nobody else writes', async () => {
    const stranger = await person.practiceManager((await organisation.practice()).id)
    for (const actor of [stranger, of.approver])
      expect(await getOrderSection(contextOf(actor), id, 'funding')).toBeUndefined()
  })
})
