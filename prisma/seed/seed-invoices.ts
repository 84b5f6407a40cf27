import { answerBacs } from '@/lib/payments/bacs/answer-bacs'
import { findBacsPayments } from '@/lib/payments/bacs/bacs-store'
import { recordBacs } from '@/lib/payments/bacs/record-bacs'
import { approveInvoice } from '@/lib/payments/invoices/approve-invoice'
import { drawUpStatement } from '@/lib/payments/invoices/draw-up-statement'
import type { Invoice } from '@/lib/payments/invoices/invoice'
import { findInvoice } from '@/lib/payments/invoices/invoice-store'
import { releaseInvoice } from '@/lib/payments/invoices/release-invoice'
import { submitInvoice } from '@/lib/payments/invoices/submit-invoice'
import { system } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { addDays, addMonths, type Day, dateFromDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { transaction } from '@/lib/platform/transaction'
import { fixedId } from './fixed-id'
import { personOn, seedOrder, told } from './seed-order'

const supplierId = fixedId('meridian')

/**
 * Four months of one small contract, so that each page of payments shows something: the first month paid, the second issued, the
 * third matched, the last a statement. Every step by its command, on its day, by the person whose duty it is.
 */
export async function seedInvoices(ctx: Context): Promise<void> {
  const order = await seedOrder(ctx)
  if (!order) return
  await seedSupplierFacts(order.startsOn)
  const [first, second, third] = await drawUp(order.contractId, order.startsOn)
  await asFarAs('paid', first!)
  await asFarAs('issued', second!)
  await asFarAs('matched', third!)
}

/** Where Meridian is paid, confirmed by a second person, and its VAT number: invented. */
async function seedSupplierFacts(startsOn: Day): Promise<void> {
  const at = dateFromDay(addDays(startsOn, -9))
  const [signatory, editor] = [fixedId('signatory@meridian.example'), fixedId('editor@meridian.example')]
  await db.payoutAccount.createMany({
    data: [
      {
        ...{ id: fixedId('account/meridian'), supplierId, rail: 'BACS', accountName: 'Meridian Health Systems' },
        ...{ maskedNumber: '•••• 4471', changedById: signatory, changedAt: at, confirmedById: editor, confirmedAt: at },
      },
    ],
    skipDuplicates: true,
  })
  await db.vatRegistration.createMany({
    data: [
      {
        ...{ id: fixedId('vat/meridian'), supplierId, number: 'GB999999973', validFrom: dateFromDay('2020-01-01') },
        ...{ recordedById: signatory, recordedAt: at },
      },
    ],
    skipDuplicates: true,
  })
}

/** Every month on the 1st of the next. */
async function drawUp(contractId: string, startsOn: Day): Promise<Invoice[]> {
  const drawn: Invoice[] = []
  for (const month of [0, 1, 2, 3].map((n) => addMonths(startsOn, n))) {
    const ctx = { actor: system, now: new Date(`${addMonths(month, 1)}T00:10:00Z`), requestId: 'demonstration' }
    const invoice = await told(transaction((tx) => drawUpStatement(tx, ctx, contractId, month)))
    if (invoice) drawn.push(invoice)
  }
  return drawn
}

/** Takes a statement through its steps, a day or two apart, in the month after it. */
async function asFarAs(goal: 'matched' | 'issued' | 'paid', { id, month, grossPence }: Invoice): Promise<void> {
  const day = (n: number) => addDays(addMonths(month, 1), n)
  const version = async () => (await findInvoice(db, id))!.version
  const editor = personOn('editor@meridian.example', day(0))
  await told(submitInvoice(editor, { id, version: await version(), seenGross: String(grossPence) }))
  if (goal === 'matched') return
  await told(approveInvoice(personOn('delivery@northbank.example', day(2)), { id, version: await version() }))
  const finance = personOn('finance@northbank.example', day(3))
  await told(releaseInvoice(finance, { id, version: await version(), rail: 'BACS' }))
  if (goal === 'issued') return
  const transfer = { id, reference: 'NB-REPORTS-1', on: day(10), amount: grossPence }
  await told(recordBacs(personOn('finance@northbank.example', day(10)), transfer))
  const payment = (await findBacsPayments(db, [id]))[0]!
  const signatory = personOn('signatory@meridian.example', day(12))
  await told(answerBacs(signatory, { id: payment.id, version: payment.version, answer: 'came' }))
}
