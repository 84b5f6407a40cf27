import { beforeEach, describe, expect, it } from 'vitest'
import { correctGoLive } from '@/lib/contracts/correct-go-live'
import { getContractFacts } from '@/lib/contracts/get-contract-facts'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { answer, value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Billing, billing, goLive, invoice, statements, supplier } from '@/prisma/factories/billing'
import { answerBacs } from '../bacs/answer-bacs'
import { findBacsPayments } from '../bacs/bacs-store'
import { recordBacs } from '../bacs/record-bacs'
import { balanceOf } from '../ledger/balance-of'
import { findInvoicesOfContract } from './invoice-store'
import { rechargeWhenCorrected } from './recharge-when-corrected'

useDatabase()
const july = new Date('2026-07-01T07:00:00Z')
const gross = 66_334n
let of: Billing
let id: string
beforeEach(async () => {
  of = await billing()
  await supplier.hasAccount(of)
  await supplier.isRegistered(of)
  await goLive(of, '2026-06-15', july)
  id = (await statements(of, july))[0]!
  await invoice.matched(of.editor, id, july)
  await invoice.approved(of.delivery, id, july)
  await invoice.released(of.finance, id, july)
})

const all = () => findInvoicesOfContract(db, of.contractId)
const spent = async () => (await db.commitment.aggregate({ _sum: { spentPence: true } }))._sum.spentPence
async function correct(day: string) {
  for (const actor of [of.manager, of.signatory]) {
    const { id: siteId, version } = (await getContractFacts(db, of.contractId))!.sites[0]!
    await value(correctGoLive(contextOf(actor, july), { siteId, version, day }))
  }
  await hear()
}
const hear = () =>
  rechargeWhenCorrected(contextOf(system, july), {
    ...{ id: 1n, name: 'GoLiveCorrected', about: { type: 'ContractSite', id: 'x' }, from: null, to: null },
    ...{ organisationId: null, at: july, data: { contractId: of.contractId } },
  })
const bacs = (amount: bigint, reference = 'REF-1', on = '2026-07-01') =>
  recordBacs(contextOf(of.finance, july), { id, reference, on, amount })
async function came(reference = 'REF-1') {
  const payment = (await findBacsPayments(db, [id])).find((each) => each.reference === reference)!
  return answerBacs(contextOf(of.signatory, july), { id: payment.id, version: payment.version, answer: 'came' })
}

describe('V3: a corrected go-live', () => {
  it('W4: credits 66,334 in full and recharges 44,913 + 8,983, twenty times heard or once', async () => {
    await correct('2026-06-18')
    await Promise.all(Array.from({ length: 20 }, hear))
    expect(await all()).toMatchObject([
      { id, state: 'credited', grossPence: gross, correction: 0 },
      { state: 'statement', netPence: 44_913n, vatPence: 8_983n, correction: 1, correctsId: id },
    ])
    expect([await spent(), await balanceOf('receivable'), await balanceOf('payable')]).toEqual([0n, 0n, 0n])
    expect(await db.event.count({ where: { name: 'InvoiceCredited' } })).toBe(1)
    expect(await db.event.count({ where: { name: 'FundsReturned' } })).toBe(1)
  })

  it('what was paid is held for the payer, and the recharge takes it first', async () => {
    await bacs(gross)
    await came()
    await correct('2026-06-18')
    expect([await balanceOf('cashHeld', of.payerId), await balanceOf('receivable')]).toEqual([-gross, 0n])
    const next = (await all())[1]!.id
    await invoice.matched(of.editor, next, july)
    await invoice.approved(of.delivery, next, july)
    await invoice.released(of.finance, next, july)
    expect((await all())[1]).toMatchObject({ state: 'paid', paidPence: 53_896n, number: 2 })
    expect([await balanceOf('cashHeld', of.payerId), await spent()]).toEqual([53_896n - gross, 44_913n])
  })

  it('the same evidence changes nothing', async () => {
    await hear()
    expect(await all()).toMatchObject([{ state: 'issued' }])
  })
})

describe('BACS', () => {
  it('counts when the other organisation has said that it came: in parts, and too much goes to suspense', async () => {
    expect(
      await answer(recordBacs(contextOf(of.delivery, july), { id, reference: 'R', on: '2026-07-01', amount: 1n })),
    ).toBe('forbidden')
    expect(await answer(bacs(1n, 'R', '2026-07-02'))).toBe('invalid')
    await bacs(60_000n)
    expect(await answer(bacs(60_000n))).toBe('conflict')
    expect((await all())[0]).toMatchObject({ state: 'issued' })
    await came()
    expect((await all())[0]).toMatchObject({ state: 'part-funded', paidPence: 60_000n })
    await bacs(6_400n, 'REF-2')
    await came('REF-2')
    expect((await all())[0]).toMatchObject({ state: 'paid', paidPence: gross, paidOn: '2026-07-01' })
    expect([await balanceOf('suspense'), await balanceOf('payable'), await balanceOf('inTransit')]).toEqual([
      -66n,
      0n,
      0n,
    ])
    expect(await db.payout.findMany({ select: { state: true, pence: true } })).toEqual([
      { state: 'paid', pence: 60_000n },
      { state: 'paid', pence: 6_334n },
    ])
  })

  it('twenty answers at once count once, and what did not come counts nothing', async () => {
    await bacs(gross)
    const answers = await Promise.all(Array.from({ length: 20 }, () => came()))
    expect(answers.filter((a) => a.ok)).toHaveLength(1)
    expect(await balanceOf('cash')).toBe(0n)
    expect(await answer(bacs(1n, 'R3'))).toBe('wrong-state')
  })

  it('U3: each move of a transfer is one event about it, which names its invoice', async () => {
    await bacs(gross)
    await came()
    const [payment] = await findBacsPayments(db, [id])
    const about = { aboutType: 'BacsPayment', aboutId: payment!.id }
    const told = await db.event.findMany({ where: about, orderBy: { id: 'asc' } })
    expect(told.map((event) => [event.name, event.fromState, event.toState])).toEqual([
      ['TransferRecorded', null, 'recorded'],
      ['TransferConfirmed', 'recorded', 'confirmed'],
    ])
    expect(told.map(({ data }) => (data as { invoiceId: string }).invoiceId)).toEqual([id, id])
  })

  it('B6: who recorded a transfer does not say that it came; a stranger finds nothing', async () => {
    await bacs(gross)
    const [payment] = await findBacsPayments(db, [id])
    const input = { id: payment!.id, version: 1, answer: 'came' as const }
    const both = {
      ...of.finance,
      grants: [...of.finance.grants, { role: 'supplier-editor', organisationId: of.supplierId, limitPence: null }],
    }
    expect(await answer(answerBacs(contextOf(both, july), input))).toBe('forbidden')
    expect(await answer(answerBacs(contextOf(of.manager, july), input))).toBe('forbidden')
    expect(await answer(answerBacs(contextOf({ ...of.manager, grants: [] }, july), input))).toBe('not-found')
    expect(await answer(answerBacs(contextOf(of.editor, july), { ...input, answer: 'did-not-come' }))).toBe('done')
    expect((await all())[0]).toMatchObject({ state: 'issued', paidPence: 0n })
  })
})
