import { beforeEach, describe, expect, it } from 'vitest'
import type { Raw } from '@/lib/catalogue/drafts/draft-section'
import { tellCommitmentAlarm } from '@/lib/notifications/tell-commitment-alarm'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { gateway, type Recorded } from '@/lib/testing/usage-batches'
import { type Billing, billing, goLive, invoice, statements, supplier } from '@/prisma/factories/billing'
import { module as moduleOf } from '@/prisma/factories/module'
import { findInvoicesOfContract } from '../invoices/invoice-store'
import { findLines } from '../invoices/line-store'
import { rechargeWhenCorrected } from '../invoices/recharge-when-corrected'
import { balanceOf } from '../ledger/balance-of'
import { raiseAlarmsWhenCounted } from './raise-alarms-when-counted'
import { rateUsageWhenAccepted } from './rate-usage-when-accepted'
import { receiveUsage } from './receive-usage'

useDatabase()
const july = new Date('2026-07-01T07:00:00Z')
const ctx = contextOf(system, july)
let of: Billing
let one: Awaited<ReturnType<typeof gateway>>
let module: string
beforeEach(async () => {
  const content = { services: [messages] }
  of = await billing(noon, { made: await moduleOf.published.saying(content), steps: expecting })
  await supplier.hasAccount(of)
  await supplier.isRegistered(of)
  await goLive(of, '2026-06-01', july)
  one = await gateway()
  module = (await db.contract.findUniqueOrThrow({ where: { id: of.contractId } })).moduleId!
})

/** A service of the listing at a pound for each message, ordered with two messages a month. */
const messages = {
  name: 'Messages',
  description: 'Each message is counted.',
  kind: 'other' as const,
  price: {
    ...{ id: 'use', basis: 'on-demand' as const, mode: 'Volume' as const, period: 'month' as const, definition: null },
    ...{ per: 'practice' as const, unit: 'message', unitPlural: 'messages', validFrom: '2026-01-01' },
    tiers: [{ from: '1', unitPrice: '100000' }],
  },
}
const ordered = { 'm0-t0': '1.26', services: ['s0'] }
const expecting: [string, Raw][] = [
  ['lines', ordered],
  ['lines', { ...ordered, 's0-t0': '1', 's0-expected': '2' }],
]

const used = (id: string, day: string, quantity: number): Recorded => ({
  ...{ id, module, practice: of.practice.code!, day, meter: 'message', quantity },
})
async function send(sequence: number, records: Recorded[]) {
  const span = { from: '2026-05-01', to: '2026-07-31' }
  expect(await receiveUsage(ctx, one.batch(sequence, records, span))).toMatchObject({ status: 200 })
  const { id } = await db.usageBatch.findFirstOrThrow({ where: { sequence } })
  await rateUsageWhenAccepted(ctx, { about: { type: 'UsageBatch', id } } as never)
}
const counted = () => ({
  ...{ id: 1n, name: 'UsageCounted', about: { type: 'Contract', id: of.contractId }, from: null, to: null },
  ...{ organisationId: null, at: july, data: { contractId: of.contractId } },
})
const all = () => findInvoicesOfContract(db, of.contractId)
const usageLines = async (id: string, submission: number) =>
  (await findLines(db, id, submission)).filter(({ kind }) => kind === 'usage')

describe('G7: what gateways say later', () => {
  beforeEach(async () => {
    await send(1, [used('a', '2026-06-10', 5), used('b', '2026-06-11', 6)])
    const [id] = await statements(of, july)
    await invoice.matched(of.editor, id!, july)
    await invoice.approved(of.delivery, id!, july)
    await invoice.released(of.finance, id!, july)
  })

  it('a superseding batch credits the issued invoice in full and charges the month anew, twenty times heard or once', async () => {
    const [before] = await all()
    expect(await usageLines(before!.id, 1)).toMatchObject([{ quantity: 11n, netPence: 1_100n, month: '2026-06-01' }])
    await send(2, [used('a', '2026-06-10', 2)])
    await Promise.all(Array.from({ length: 20 }, () => rechargeWhenCorrected(ctx, counted())))
    const [credited, next, ...more] = await all()
    expect([credited, next, more]).toMatchObject([
      { state: 'credited' },
      { state: 'statement', correction: 1, correctsId: credited!.id, netPence: before!.netPence - 300n },
      [],
    ])
    expect(await usageLines(next!.id, 0)).toMatchObject([{ quantity: 8n, netPence: 800n, month: '2026-06-01' }])
    expect([await balanceOf('receivable'), await balanceOf('payable')]).toEqual([0n, 0n])
  })

  it('late use is charged under its own month, never under the month in which it came', async () => {
    await send(2, [used('late', '2026-06-30', 4), used('july', '2026-07-01', 1)])
    await rechargeWhenCorrected(ctx, counted())
    await statements(of, new Date('2026-08-01T07:00:00Z'))
    const living = (await all()).filter(({ state }) => state === 'statement')
    expect(living.map(({ month }) => month)).toEqual(['2026-06-01', '2026-07-01'])
    expect(await usageLines(living[0]!.id, 0)).toMatchObject([{ quantity: 15n, month: '2026-06-01' }])
    expect(await usageLines(living[1]!.id, 0)).toMatchObject([{ quantity: 1n, month: '2026-07-01' }])
  })

  it('the same words again change nothing', async () => {
    await send(2, [used('a', '2026-06-10', 5)])
    await rechargeWhenCorrected(ctx, counted())
    expect(await all()).toMatchObject([{ state: 'issued' }])
  })
})

describe('G8: alarms at the set shares of the commitment', () => {
  const alarms = async () =>
    (await db.usageAlarm.findMany({ orderBy: { subject: 'asc' }, select: { kind: true, words: true } })).map(
      ({ kind, words }) => [kind, words.match(/\d+ %/)?.[0]],
    )
  const committed = async () => {
    const { _sum } = await db.commitment.aggregate({ where: { line: { year: 2026 } }, _sum: { pence: true } })
    return _sum.pence!
  }
  const hear = async () => {
    for (let twice = 0; twice < 2; twice++) await raiseAlarmsWhenCounted(ctx, counted())
    const events = await db.event.findMany({ where: { name: { startsWith: 'Commitment' } }, orderBy: { id: 'asc' } })
    for (let twice = 0; twice < 2; twice++)
      for (const event of events) await tellCommitmentAlarm(ctx, { ...event, about: {}, data: event.data } as never)
    const at = {
      recipient: { equals: (await db.person.findUniqueOrThrow({ where: { id: of.finance.userId } })).email },
    }
    return db.mailMessage.count({ where: { ...at, subject: { startsWith: 'Use ' } } })
  }
  /** Calls at a pound each, so that with the fixed charges of June and July the year comes to so many pence, or a few less. */
  const chargeUpTo = (sequence: number, pence: bigint) =>
    send(sequence, [used('a', '2026-06-10', Number((pence - 207_292n) / 100n))])

  it('each once with its letter, and above the whole the exception over-commitment', async () => {
    await send(1, [used('a', '2026-06-10', 1)])
    expect([await hear(), await alarms()]).toEqual([0, []])
    await chargeUpTo(2, ((await committed()) * 96n) / 100n)
    expect([await hear(), await alarms()]).toEqual([
      2,
      [
        ['share', '80 %'],
        ['share', '95 %'],
      ],
    ])
    await chargeUpTo(3, (await committed()) + 10_000n)
    expect(await hear()).toBe(3)
    expect(await alarms()).toEqual([
      ['share', '80 %'],
      ['share', '95 %'],
      ['over-commitment', undefined],
    ])
    await chargeUpTo(4, (await committed()) + 1_000_000n)
    const [id] = await statements(of, july)
    await invoice.matched(of.editor, id!, july)
    const found = await db.invoiceException.findMany({ where: { invoiceId: id! }, select: { code: true } })
    expect(found).toEqual([{ code: 'over-commitment' }])
  })
})
