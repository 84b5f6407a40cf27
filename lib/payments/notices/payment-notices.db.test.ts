import { expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { addDays, dateFromDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { transaction } from '@/lib/platform/transaction'
import { getNotice, listNotices } from '@/lib/procurement/notices/list-notices'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { orderWonAt } from '@/prisma/factories/competition'
import { issuedInvoice } from '@/prisma/factories/invoice'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { recordMoney } from '../money/record-money'
import { reverseMoney } from '../money/reverse-money'
import { draftPaymentNotices } from './draft-payment-notices'

useDatabase()
const april = new Date('2026-04-02T09:00:00Z')
const night = (at = april) => draftPaymentNotices(contextOf(system, at))
const notices = () => db.noticeObligation.findMany({ orderBy: { kind: 'desc' } })

/** An invoice of an order of £118,452, of which these payments were made on 2 March. */
async function paidFor(pounds: string, payments: bigint[]) {
  const { of, id: callOffId } = await orderWonAt(pounds, noon)
  const { payerId, supplierId } = await db.callOff.findUniqueOrThrow({ where: { id: callOffId } })
  const invoiceId = await issuedInvoice({ payerId, supplierId, grossPence: 9_000_000n })
  const days = { receivedOn: dateFromDay('2026-02-20'), dueOn: dateFromDay('2026-03-21') }
  await db.invoice.update({ where: { id: invoiceId }, data: { callOffId, ...days } })
  for (const [n, pence] of payments.entries()) await paid(invoiceId, pence, `k${n}`)
  return { of, payerId, callOffId, invoiceId }
}
const paid = (invoiceId: string, pence: bigint, key: string) =>
  transaction((tx) =>
    recordMoney(tx, contextOf(), { invoiceId, pence, key, rail: 'BACS', on: '2026-03-02', reference: 'r' }),
  )

it('UK8, UK17: what was paid in the quarter and how, once however often the night runs, for the payer alone to publish', async () => {
  const { of, payerId, callOffId } = await paidFor('4.00', [3_000_000n, 3_000_001n, 2_999_999n])
  await Promise.all([night(), night(), night()])
  await night(new Date('2026-06-30T09:00:00Z'))
  const [large, half, ...more] = await notices()
  expect(more).toEqual([])
  expect(large).toMatchObject({ kind: 'UK8', payerId, callOffId, termsHash: null, state: 'drafted' })
  expect(large!.dueOn).toEqual(dateFromDay(addDays('2026-03-31', 30)))
  expect(large!.text).toMatch(/^Payment 1: £30,000.01 on 2 March 2026$/m)
  expect(large!.text).not.toContain('Payment 2')
  expect(half).toMatchObject({ kind: 'UK17', payerId, callOffId: null, periodEnd: dateFromDay('2026-03-31') })
  expect(half!.text).toMatch(/^Average days to pay: 11.0$/m)
  expect(half!.text).toMatch(/^Paid within 30 days: 100.0 % \(1 of 1\)$/m)
  expect(await db.event.count({ where: { name: 'NoticeDrafted', aboutId: { in: [large!.id, half!.id] } } })).toBe(2)
  expect(await listNotices(contextOf(of.approver, april))).toHaveLength(2)
  const stranger = await person.approver((await organisation.commissioner()).id, 1n)
  expect(await getNotice(contextOf(stranger, april), half!.id)).toBeUndefined()
})

it('UK8: below the threshold, or taken back, no payment is notified; what stays unpaid is', async () => {
  const { invoiceId } = await paidFor('1.00', [9_000_000n])
  await transaction((tx) => reverseMoney(tx, contextOf(), { invoiceId, of: 'k0', key: 'back', on: '2026-03-03' }))
  await night()
  const [half, ...more] = await notices()
  expect(more).toEqual([])
  expect(half!.text).toMatch(/^Fell due in the period and not paid by its end: 1$/m)
})
