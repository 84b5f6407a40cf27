import { makeContractWhenSigned } from '@/lib/contracts/make-contract-when-signed'
import { approveInvoice } from '@/lib/payments/invoices/approve-invoice'
import { drawUpContract } from '@/lib/payments/invoices/draw-up-statement'
import { getInvoiceFacts } from '@/lib/payments/invoices/get-invoice-facts'
import { releaseInvoice } from '@/lib/payments/invoices/release-invoice'
import { submitInvoice } from '@/lib/payments/invoices/submit-invoice'
import { type Actor, system } from '@/lib/platform/actor'
import { type Day, dateFromDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { findCallOff } from '@/lib/procurement/call-offs/call-off-store'
import { signCallOff } from '@/lib/procurement/call-offs/sign-call-off'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { type Buyers, buyers, callOffIn } from './call-off'
import { contract } from './contract'
import { module } from './module'
import { person } from './person'

/** A signed and funded order of a practice whose payer is a commissioner, and everybody who has a duty in its invoices. */
export async function billing(
  at: Date = noon,
  given: { of?: Buyers; made?: Parameters<typeof callOffIn>[2]; steps?: Parameters<typeof callOffIn>[3] } = {},
) {
  const of = given.of ?? (await buyers(at))
  const made = (given.made ?? (await module.conformant())) as Awaited<ReturnType<typeof module.conformant>>
  const { supplierId } = made
  const people = {
    signatory: await person.signatory(supplierId),
    second: await person.signatory(supplierId),
    editor: await person.editor(supplierId),
    finance: await person.with('finance-officer', of.commissioner.id),
    otherFinance: await person.with('finance-officer', of.commissioner.id),
    delivery: await person.with('delivery-partner', of.commissioner.id),
  }
  const callOffId = await callOffIn('signing', of, made, given.steps)
  for (const signer of [people.signatory, of.approver]) {
    const { version, termsHash } = (await findCallOff(db, callOffId))!
    await value(signCallOff(contextOf(signer, at), { id: callOffId, version, termsHash }, at))
  }
  await makeContractWhenSigned(contextOf(system, at), signedEvent(callOffId, at))
  const { id: contractId } = await db.contract.findUniqueOrThrow({ where: { callOffId }, select: { id: true } })
  return { ...of, ...people, supplierId, callOffId, contractId, payerId: of.commissioner.id }
}
export type Billing = Awaited<ReturnType<typeof billing>>

const signedEvent = (callOffId: string, at: Date) => ({
  ...{ id: 0n, name: 'CallOffSigned', about: { type: 'CallOff', id: callOffId }, from: null, to: null },
  ...{ organisationId: null, data: {}, at },
})

/** What a supplier has told of itself. */
export const supplier = {
  hasAccount: async (
    { supplierId, signatory, second }: Pick<Billing, 'supplierId' | 'signatory' | 'second'>,
    at = noon,
    rail: 'BACS' | 'STRIPE' = 'BACS',
  ) => {
    const row = { id: newId(), supplierId, rail, accountName: 'A supplier', maskedNumber: '•••• 4321' }
    const confirmed = { confirmedById: second.userId, confirmedAt: at }
    await db.payoutAccount.create({ data: { ...row, changedById: signatory.userId, changedAt: at, ...confirmed } })
  },
  changesAccount: async ({ supplierId, signatory }: Billing, at: Date) => {
    const row = { id: newId(), supplierId, rail: 'BACS', accountName: 'A supplier', maskedNumber: '•••• 9999' }
    await db.payoutAccount.create({ data: { ...row, changedById: signatory.userId, changedAt: at } })
  },
  isRegistered: async (
    { supplierId, signatory }: Pick<Billing, 'supplierId' | 'signatory'>,
    from: Day = '2020-01-01',
  ) => {
    const by = { recordedById: signatory.userId, recordedAt: noon }
    await db.vatRegistration.create({
      data: { id: newId(), supplierId, number: 'GB123456789', validFrom: dateFromDay(from), ...by },
    })
  },
}

/** Both sides have confirmed the day of go-live. */
export async function goLive({ manager, signatory, contractId }: Billing, day: Day, at: Date): Promise<void> {
  for (const actor of [manager, signatory]) await contract.confirm(actor, contractId, day, at)
}

/** The statements of the contract as the clock draws them up, oldest first. */
export async function statements({ contractId }: Billing, at: Date): Promise<string[]> {
  await drawUpContract(contextOf(system, at), contractId)
  const rows = await db.invoice.findMany({
    where: { contractId },
    select: { id: true },
    orderBy: [{ month: 'asc' }, { correction: 'asc' }],
  })
  return rows.map(({ id }) => id)
}

/** One statement, brought by its commands as far as it should go. */
export const invoice = {
  matched: async (actor: Actor, id: string, at: Date) => {
    const { version, grossPence } = (await getInvoiceFacts(db, id))!
    return value(submitInvoice(contextOf(actor, at), { id, version, seenGross: String(grossPence) }))
  },
  approved: async (actor: Actor, id: string, at: Date) =>
    value(approveInvoice(contextOf(actor, at), { id, version: (await getInvoiceFacts(db, id))!.version })),
  released: async (actor: Actor, id: string, at: Date, rail: 'BACS' | 'STRIPE' = 'BACS') =>
    value(releaseInvoice(contextOf(actor, at), { id, version: (await getInvoiceFacts(db, id))!.version, rail })),
}
