import { expect, it } from 'vitest'
import { listInvoices } from '@/lib/payments/invoices/list-invoices'
import { balanceOf } from '@/lib/payments/ledger/balance-of'
import { db } from '@/lib/platform/db'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { module } from '../factories/module'
import { fixedId } from './fixed-id'
import { seedBudgets } from './seed-budgets'
import { seedInvoices } from './seed-invoices'
import { personOn } from './seed-order'
import { seedPeople } from './seed-people'

useDatabase()

it('the story has a paid, an issued and a matched invoice and a statement, told once', async () => {
  await seedPeople(contextOf())
  await seedBudgets(contextOf())
  await module.conformant({ name: 'Meridian Reports', supplierId: fixedId('meridian'), unitPrice: '9000' })
  await seedInvoices(contextOf())
  await seedInvoices(contextOf())
  const { items } = await listInvoices(personOn('finance@northbank.example', '2026-03-02').actor, {
    ...{ state: '', month: '', contract: '', page: 1 },
  })
  expect(items.map(({ month, state }) => [month, state])).toEqual([
    ['2026-02-01', 'statement'],
    ['2026-01-01', 'matched'],
    ['2025-12-01', 'issued'],
    ['2025-11-01', 'paid'],
  ])
  expect(await balanceOf('receivable')).toBe(items[2]!.grossPence)
  expect(await db.contract.count()).toBe(1)
})
