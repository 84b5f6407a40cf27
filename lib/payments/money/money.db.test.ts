import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { transaction } from '@/lib/platform/transaction'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { issuedInvoice } from '@/prisma/factories/invoice'
import { balanceOf } from '../ledger/balance-of'
import type { LedgerAccount } from '../ledger/ledger'
import { postSupplierShare, reverseSupplierShare } from './post-supplier-share'
import { type MoneyIn, recordMoney } from './record-money'
import { recordPayout } from './record-payout'
import { reverseMoney } from './reverse-money'

useDatabase()
let invoiceId: string
const [payerId, supplierId] = [newId(), newId()]
const gross = 66_334n
beforeEach(async () => {
  invoiceId = await issuedInvoice({ payerId, supplierId, grossPence: gross })
})

const into = (pence: bigint, key = 'k', given: Partial<MoneyIn> = {}) =>
  transaction((tx) =>
    recordMoney(tx, contextOf(), { invoiceId, pence, key, rail: 'BACS', on: '2026-03-02', reference: 'r', ...given }),
  )
const back = (of: string, key: string) =>
  transaction((tx) => reverseMoney(tx, contextOf(), { invoiceId, of, key, on: '2026-03-03' }))
const share = (pence: bigint, key = 's', rail: 'BACS' | 'STRIPE' = 'STRIPE') =>
  transaction((tx) => postSupplierShare(tx, contextOf(), { invoiceId, pence, key, rail }))
const payout = (state: 'pending' | 'in-transit' | 'paid' | 'failed', pence = gross) =>
  transaction((tx) =>
    recordPayout(tx, contextOf(), { payoutKey: 'po', state, of: { supplierId, pence, rail: 'STRIPE' } }),
  )
const invoice = () => db.invoice.findUniqueOrThrow({ where: { id: invoiceId } })
const accounts: LedgerAccount[] = ['receivable', 'payable', 'cash', 'cashHeld', 'suspense', 'inTransit', 'platformFee']
const balances = async () =>
  Object.fromEntries(
    (await Promise.all(accounts.map(async (a) => [a, await balanceOf(a)] as const))).filter(([, sum]) => sum !== 0n),
  )
const names = async () => (await db.event.findMany({ orderBy: { id: 'asc' } })).map(({ name }) => name)

describe('money in', () => {
  it('is applied in parts until the invoice is paid', async () => {
    expect(await into(6_334n)).toMatchObject({ value: { appliedPence: 6_334n, suspensePence: 0n, again: false } })
    expect(await invoice()).toMatchObject({ state: 'part-funded', paidPence: 6_334n })
    await into(60_000n, 'k2')
    expect(await invoice()).toMatchObject({ state: 'paid', paidPence: gross, paidOn: new Date('2026-03-02') })
    expect(await balances()).toEqual({ payable: -gross, cash: gross })
    expect(await names()).toEqual(['InvoicePartFunded', 'InvoicePaid'])
  })

  it('that is more than owed goes to suspense, and so does what comes for a paid invoice', async () => {
    expect(await into(gross + 100n)).toMatchObject({ value: { suspensePence: 100n } })
    expect(await into(50n, 'k2')).toMatchObject({ value: { appliedPence: 0n, suspensePence: 50n } })
    expect(await balances()).toEqual({ payable: -gross, cash: gross + 150n, suspense: -150n })
    expect(await names()).toEqual(['InvoicePaid', 'MoneyHeldInSuspense'])
  })

  it('M6: the same key again changes nothing, another sum or invoice is refused', async () => {
    await into(100n)
    expect(await into(100n)).toMatchObject({ value: { again: true } })
    expect(await into(101n)).toMatchObject({ refusal: { kind: 'conflict' } })
    const other = await issuedInvoice({ payerId, supplierId })
    expect(await into(100n, 'k', { invoiceId: other })).toMatchObject({ refusal: { kind: 'conflict' } })
    expect(await into(0n, 'zero')).toMatchObject({ refusal: { kind: 'conflict' } })
    expect(await into(1n, 'none', { invoiceId: newId() })).toMatchObject({ refusal: { kind: 'not-found' } })
    expect(await invoice()).toMatchObject({ paidPence: 100n })
  })

  it('forty at once: each key once, and never more applied than is owed', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => into(5_000n, `k${i % 20}`)))
    expect(answers.every((a) => a.ok)).toBe(true)
    expect(await invoice()).toMatchObject({ state: 'paid', paidPence: gross })
    expect(await balances()).toEqual({ payable: -gross, cash: 100_000n, suspense: gross - 100_000n })
    expect(await db.moneyReceipt.count()).toBe(20)
  })

  it('before the invoice is issued is refused', async () => {
    await db.invoice.update({ where: { id: invoiceId }, data: { state: 'approved' } })
    expect(await into(1n)).toMatchObject({ refusal: { kind: 'wrong-state' } })
  })
})

describe('money back', () => {
  it('a paid invoice is reversed once, by linked postings', async () => {
    await into(gross + 10n)
    expect(await back('k', 'b')).toMatchObject({
      value: { again: false, invoice: { state: 'reversed', paidPence: 0n } },
    })
    expect(await back('k', 'b')).toMatchObject({ value: { again: true } })
    expect(await back('k', 'b2')).toMatchObject({ refusal: { kind: 'conflict' } })
    expect(await back('unknown', 'b3')).toMatchObject({ refusal: { kind: 'not-found' } })
    expect(await balances()).toEqual({ receivable: gross, payable: -gross })
    expect(await names()).toEqual(['InvoicePaid', 'InvoiceReversed'])
  })

  it('what was paid in part is owed again, twenty at once or not', async () => {
    await into(10n)
    const answers = await Promise.all(Array.from({ length: 20 }, () => back('k', 'b')))
    expect(answers.filter((a) => a.ok && !a.value.again)).toHaveLength(1)
    expect(await invoice()).toMatchObject({ state: 'part-funded', paidPence: 0n })
    expect(await into(gross, 'k2')).toMatchObject({ value: { invoice: { state: 'paid' } } })
  })
})

describe('the supplier’s share', () => {
  it('is never more than was paid (E8), and posts once', async () => {
    await into(1_000n)
    expect(await share(1_001n)).toMatchObject({ refusal: { kind: 'conflict' } })
    expect(await share(600n)).toMatchObject({ value: { sharePence: 600n, feePence: 0n, again: false } })
    expect(await share(600n)).toMatchObject({ value: { again: true } })
    expect(await share(500n)).toMatchObject({ refusal: { kind: 'conflict' } })
    expect(await share(401n, 's2')).toMatchObject({ refusal: { kind: 'conflict' } })
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => share(100n, `t${i}`)))
    expect(all.filter((a) => a.ok)).toHaveLength(4)
    expect(await balanceOf('inTransit', supplierId)).toBe(-1_000n)
  })

  it('leaves the levy to the portal as it is set, and nothing of a transfer that went past it', async () => {
    await db.setting.create({
      data: {
        id: newId(),
        organisationId: null,
        key: 'levy-percent',
        value: 3,
        source: 'test',
        validFrom: new Date('2019-01-01'),
        validTo: new Date('2019-12-31'),
      },
    })
    const in2019 = new Date('2019-06-01T12:00:00Z')
    await into(gross)
    const of = { invoiceId, pence: 1_050n, rail: 'STRIPE' as const }
    expect(
      await transaction((tx) => postSupplierShare(tx, contextOf(undefined, in2019), { ...of, key: 'a' })),
    ).toMatchObject({ value: { sharePence: 1_018n, feePence: 32n } })
    expect(
      await transaction((tx) => postSupplierShare(tx, contextOf(undefined, in2019), { ...of, key: 'b', rail: 'BACS' })),
    ).toMatchObject({ value: { sharePence: 1_050n, feePence: 0n } })
    expect(await balanceOf('platformFee')).toBe(-32n)
  })

  it('N16: a refund does not take it back; that is a posting of its own', async () => {
    await into(gross)
    await share(gross)
    await back('k', 'b')
    expect(await balanceOf('inTransit', supplierId)).toBe(-gross)
    const undo = () => transaction((tx) => reverseSupplierShare(tx, contextOf(), { of: 's', key: 'sb' }))
    expect(await undo()).toMatchObject({ value: { again: false } })
    expect(await undo()).toMatchObject({ value: { again: true } })
    expect(await balances()).toEqual({ receivable: gross, payable: -gross })
  })
})

describe('a payout', () => {
  it('passes every state on the way, and words that come late or twice change nothing (I2)', async () => {
    await into(gross)
    await share(gross)
    for (const state of ['paid', 'pending', 'in-transit', 'paid'] as const)
      expect(await payout(state)).toMatchObject({ value: { state: 'paid' } })
    expect((await names()).filter((name) => name.startsWith('Payout'))).toEqual([
      'PayoutBegun',
      'PayoutSent',
      'PayoutPaid',
    ])
    expect(await balances()).toEqual({})
  })

  it('E11: comes back after it was paid; then the money is in transit again, and failed stays', async () => {
    await into(gross)
    await share(gross)
    await payout('paid')
    await payout('failed')
    expect(await balances()).toEqual({ cash: gross, inTransit: -gross })
    expect(await payout('paid')).toMatchObject({ value: { state: 'failed' } })
    expect(await payout('failed', 1n)).toMatchObject({ refusal: { kind: 'conflict' } })
  })

  it('unknown and without a supplier is not found; twenty at once are one', async () => {
    expect(await transaction((tx) => recordPayout(tx, contextOf(), { payoutKey: 'x', state: 'paid' }))).toMatchObject({
      refusal: { kind: 'not-found' },
    })
    const answers = await Promise.all(Array.from({ length: 20 }, () => payout('paid')))
    expect(answers.every((a) => a.ok)).toBe(true)
    expect(await balanceOf('inTransit', supplierId)).toBe(gross)
  })
})
