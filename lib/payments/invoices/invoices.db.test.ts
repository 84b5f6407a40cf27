import { beforeEach, describe, expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { answer } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Billing, billing, goLive, invoice, statements, supplier } from '@/prisma/factories/billing'
import { person } from '@/prisma/factories/person'
import { balanceOf } from '../ledger/balance-of'
import { approveInvoice } from './approve-invoice'
import { drawUpContract, drawUpStatements } from './draw-up-statement'
import { findInvoice } from './invoice-store'
import { findExceptions, findLines } from './line-store'
import { releaseInvoice } from './release-invoice'
import { submitInvoice } from './submit-invoice'
import { voidInvoice } from './void-invoice'

useDatabase()
const july = new Date('2026-07-01T07:00:00Z')
const w4 = { netPence: 55_278n, vatPence: 11_056n, grossPence: 66_334n }
let of: Billing
beforeEach(async () => {
  of = await billing()
  await supplier.hasAccount(of)
  await supplier.isRegistered(of)
  await goLive(of, '2026-06-15', july)
})
const statement = async () => (await statements(of, july))[0]!
const now = async (id: string) => (await findInvoice(db, id))!
const spent = async () => (await db.commitment.aggregate({ _sum: { spentPence: true } }))._sum.spentPence
const codes = async (id: string) => (await findExceptions(db, id, (await now(id)).submission)).map(({ code }) => code)
async function own(id: string, change: { net?: bigint; quantity?: bigint; vat?: bigint } = {}) {
  const [line] = await findLines(db, id, 0)
  const lines = [{ key: line!.key, quantity: change.quantity ?? 16n, netPence: change.net ?? w4.netPence }]
  const { version } = await now(id)
  const input = { id, version, seenGross: '', own: { lines, vatPence: change.vat ?? w4.vatPence } }
  return submitInvoice(contextOf(of.editor, july), input)
}

describe('a statement', () => {
  it('W4: has the days that both sides confirmed, at the frozen price, with VAT', async () => {
    const id = await statement()
    expect(await now(id)).toMatchObject({ state: 'statement', month: '2026-06-01', correction: 0, ...w4 })
    expect(await findLines(db, id, 0)).toMatchObject([
      { kind: 'fixed', price: 103_646n, quantity: 16n, outOf: 30, netPence: 55_278n, vatPercent: 20 },
    ])
  })

  it('V3, N12: is drawn up once for a month, by twenty workers at once and again', async () => {
    await Promise.all(Array.from({ length: 20 }, () => drawUpStatements(contextOf(system, july))))
    await drawUpContract(contextOf(system, july), of.contractId)
    expect(await db.invoice.count()).toBe(1)
    expect(await db.event.count({ where: { name: 'StatementDrawnUp' } })).toBe(1)
    const august = new Date('2026-08-01T07:00:00Z')
    expect(await statements(of, august)).toHaveLength(2)
  })

  it('N12: the database knows one living invoice for a month', async () => {
    const row = await db.invoice.findUniqueOrThrow({ where: { id: await statement() } })
    const twin = { ...row, id: crypto.randomUUID(), correction: 1, correctsId: row.id }
    await expect(db.invoice.create({ data: twin })).rejects.toThrow(/Unique constraint/)
  })

  it('M4: has no VAT without a number', async () => {
    await db.$executeRaw`insert into "VatRegistration" select gen_random_uuid(), "supplierId", null, '2026-02-01', "recordedById", "recordedAt" from "VatRegistration"`
    expect(await now(await statement())).toMatchObject({ vatPence: 0n, grossPence: 55_278n })
  })
})

describe('V2: submitting', () => {
  it('what the portal reckons matches; who saw another sum looks again', async () => {
    const id = await statement()
    const input = { id, version: 1, seenGross: '66335' }
    expect(await answer(submitInvoice(contextOf(of.editor, july), input))).toBe('stale')
    expect(await answer(submitInvoice(contextOf(of.manager, july), input))).toBe('forbidden')
    const stranger = await person.practiceManager(of.supplierId)
    expect(await answer(submitInvoice(contextOf({ ...stranger, grants: [] }, july), input))).toBe('not-found')
    await invoice.matched(of.editor, id, july)
    expect(await now(id)).toMatchObject({ state: 'matched', submission: 1, receivedOn: '2026-07-01', ...w4 })
    expect(await answer(submitInvoice(contextOf(of.editor, july), { ...input, version: 2 }))).toBe('wrong-state')
  })

  it('N11: 1 p over is an exception, and corrected it matches', async () => {
    const id = await statement()
    await own(id, { net: 55_279n })
    expect(await now(id)).toMatchObject({ state: 'exception', receivedOn: null })
    expect(await codes(id)).toEqual(['price'])
    await own(id)
    expect(await now(id)).toMatchObject({ state: 'matched', submission: 2 })
    expect(await codes(id)).toEqual([])
  })

  it.each([
    ['quantity', { quantity: 17n }],
    ['vat', { vat: 11_057n }],
    ['vat', { vat: 0n }],
  ])('%s', async (code, change) => {
    const id = await statement()
    await own(id, change)
    expect(await codes(id)).toEqual([code])
  })

  it('not-live: the word of one side is no evidence (C4)', async () => {
    const id = await statement()
    await db.contractSite.updateMany({ data: { supplierSaysOn: null } })
    await own(id)
    expect(await codes(id)).toEqual(['not-live'])
  })

  it('no-commitment-number and over-commitment are the payer’s to clear', async () => {
    const id = await statement()
    await db.$executeRaw`update "Commitment" set "spentPence" = pence - 1, state = 'part-spent'`
    await own(id)
    expect(await codes(id)).toEqual(['over-commitment'])
    await db.callOff.updateMany({ data: { fundingRequestId: null } })
    await own(id)
    expect(await codes(id)).toEqual(['no-commitment-number'])
  })

  it('N13: an account that one person changed is bank-details', async () => {
    const id = await statement()
    await supplier.changesAccount(of, july)
    await own(id)
    expect(await codes(id)).toEqual(['bank-details'])
  })

  it('twenty at once: one submission', async () => {
    const id = await statement()
    const input = { id, version: 1, seenGross: '66334' }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => submitInvoice(contextOf(of.editor, july), input)),
    )
    expect(answers.filter((a) => a.ok)).toHaveLength(1)
    expect(await db.event.count({ where: { name: 'InvoiceMatched' } })).toBe(1)
  })
})

describe('approving and releasing', () => {
  const matched = async () => {
    const id = await statement()
    await invoice.matched(of.editor, id, july)
    return id
  }

  it('B4: approval spends the commitment once, of twenty at once', async () => {
    const id = await matched()
    const input = { id, version: 2 }
    expect(await answer(approveInvoice(contextOf(of.finance, july), input))).toBe('forbidden')
    expect(await answer(approveInvoice(contextOf(of.delivery, july), { id, version: 1 }))).toBe('stale')
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => approveInvoice(contextOf(of.delivery, july), input)),
    )
    expect(answers.filter((a) => a.ok)).toHaveLength(1)
    expect(await spent()).toBe(w4.netPence)
    expect(await answer(approveInvoice(contextOf(of.delivery, july), { id, version: 3 }))).toBe('wrong-state')
  })

  it('V3: release issues once, of twenty at once: number, due day with the receipt day counted, ledger', async () => {
    const id = await matched()
    await invoice.approved(of.delivery, id, july)
    const input = { id, version: 3, rail: 'BACS' as const }
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        releaseInvoice(contextOf(i % 2 === 0 ? of.finance : of.otherFinance, july), input),
      ),
    )
    expect(answers.filter((a) => a.ok)).toHaveLength(1)
    expect(await now(id)).toMatchObject({ state: 'issued', rail: 'BACS', number: 1, dueOn: '2026-07-30' })
    expect([await balanceOf('receivable', of.payerId), await balanceOf('payable', of.supplierId)]).toEqual([
      w4.grossPence,
      -w4.grossPence,
    ])
    const event = await db.event.findFirstOrThrow({ where: { name: 'InvoiceIssued' } })
    expect(event.data).toMatchObject({ rail: 'BACS', dueOn: '2026-07-30' })
  })

  it('B6: who asked, approved the money or confirmed receipt does not release, in whatever role', async () => {
    const id = await matched()
    const alsoFinance = (actor: Billing['manager']) => ({
      ...actor,
      grants: [...actor.grants, { role: 'finance-officer', organisationId: of.payerId, limitPence: null }],
    })
    await invoice.approved(of.delivery, id, july)
    const input = { id, version: 3, rail: 'BACS' as const }
    for (const actor of [of.manager, of.approver, of.delivery])
      expect(await answer(releaseInvoice(contextOf(alsoFinance(actor), july), input))).toBe('forbidden')
    expect(await answer(releaseInvoice(contextOf(of.delivery, july), input))).toBe('forbidden')
    await expect(
      db.invoice.update({ where: { id }, data: { releasedById: of.delivery.userId } }),
      'the database',
    ).rejects.toThrow(/invoice_duties/)
    expect(await answer(releaseInvoice(contextOf(of.finance, july), input))).toBe('done')
  })

  it('N2: who submitted for the supplier neither approves nor releases for the payer', async () => {
    const id = await matched()
    const twice = (role: string) => ({
      ...of.editor,
      grants: [...of.editor.grants, { role, organisationId: of.payerId, limitPence: null }],
    })
    expect(await answer(approveInvoice(contextOf(twice('delivery-partner'), july), { id, version: 2 }))).toBe(
      'forbidden',
    )
    await invoice.approved(of.delivery, id, july)
    const input = { id, version: 3, rail: 'BACS' as const }
    expect(await answer(releaseInvoice(contextOf(twice('finance-officer'), july), input))).toBe('forbidden')
  })

  it('V4, N13: a changed account freezes the release until a second person confirmed it', async () => {
    const id = await matched()
    await invoice.approved(of.delivery, id, july)
    await supplier.changesAccount(of, july)
    const input = { id, version: 3, rail: 'BACS' as const }
    expect(await answer(releaseInvoice(contextOf(of.finance, july), input))).toBe('conflict')
    await expect(
      db.$executeRaw`update "PayoutAccount" set "confirmedById" = "changedById", "confirmedAt" = "changedAt" where "confirmedById" is null`,
    ).rejects.toThrow(/payout_account_second/)
    await db.payoutAccount.updateMany({
      where: { confirmedById: null },
      data: { confirmedById: of.second.userId, confirmedAt: july },
    })
    expect(await answer(releaseInvoice(contextOf(of.finance, july), input))).toBe('done')
  })

  it('B3: void gives everything back, and the month gets its next statement', async () => {
    const id = await matched()
    await invoice.approved(of.delivery, id, july)
    await invoice.released(of.finance, id, july)
    const input = { id, version: 4, reason: 'Sent to the wrong budget' }
    expect(await answer(voidInvoice(contextOf(of.delivery, july), input))).toBe('forbidden')
    const answers = await Promise.all(Array.from({ length: 20 }, () => voidInvoice(contextOf(of.finance, july), input)))
    expect(answers.filter((a) => a.ok)).toHaveLength(1)
    expect([await spent(), await balanceOf('receivable'), await balanceOf('payable')]).toEqual([0n, 0n, 0n])
    expect(await statements(of, july)).toHaveLength(2)
    expect(await db.invoice.findFirstOrThrow({ where: { correction: 1 } })).toMatchObject({ correctsId: id, ...w4 })
  })
})
