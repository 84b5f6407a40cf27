import { expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { gateway } from '@/lib/testing/usage-batches'
import { billing, goLive, invoice, statements, supplier } from '@/prisma/factories/billing'
import { expectingCalls } from '@/prisma/factories/call-off'
import { module } from '@/prisma/factories/module'
import { findLines } from '../invoices/line-store'
import { rateUsageWhenAccepted } from './rate-usage-when-accepted'
import { receiveUsage } from './receive-usage'

useDatabase()
const july = new Date('2026-07-01T07:00:00Z')
const ctx = contextOf(system, july)

/** A month of an order that was signed with so many calls expected, and what a gateway has counted each day. */
async function monthOf(expected: number, counted: number) {
  const made = await module.published.withUse({ unitPrice: '10000' })
  const of = await billing(noon, { made, steps: expectingCalls(expected, '0.10') })
  await supplier.hasAccount(of)
  await supplier.isRegistered(of)
  await goLive(of, '2026-06-01', july)
  const records = Array.from({ length: 30 }, (_, i) => ({
    ...{ id: `r${i}`, module: made.moduleId, practice: of.practice.code!, meter: 'call', quantity: counted },
    day: `2026-06-${String(i + 1).padStart(2, '0')}`,
  }))
  const one = await gateway()
  const span = { from: '2026-06-01', to: '2026-06-30' }
  expect(await receiveUsage(ctx, one.batch(1, records, span))).toMatchObject({ status: 200 })
  const { id } = await db.usageBatch.findFirstOrThrow()
  await rateUsageWhenAccepted(ctx, { about: { type: 'UsageBatch', id } } as never)
  return { of, statement: (await statements(of, july))[0]! }
}

it('W7: an order with a price by use is funded, signed and charged by what was recorded, rounded once', async () => {
  const { of, statement } = await monthOf(1_234_560, 41_152)
  const { yearlyPence } = await db.contract.findUniqueOrThrow({ where: { id: of.contractId } })
  expect(yearlyPence).toBe(98_710n + 12n * 43_210n)
  const { _sum } = await db.commitment.aggregate({ _sum: { pence: true } })
  expect(_sum.pence, 'the expected use is committed over the term').toBe(3n * yearlyPence)
  expect(await findLines(db, statement, 0)).toMatchObject([
    { kind: 'fixed', netPence: 8_226n },
    { kind: 'usage', price: 35n, quantity: 1_234_560n, netPence: 43_210n },
  ])
})

it('G8: use far beyond what was expected is charged as recorded, and stops at the ceiling of the commitment', async () => {
  const { of, statement } = await monthOf(1_000, 90_000_000)
  await invoice.matched(of.editor, statement, july)
  expect(await db.invoiceException.findMany({ select: { code: true } })).toEqual([{ code: 'over-commitment' }])
})
