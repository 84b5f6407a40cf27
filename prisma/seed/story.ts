import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { seedBudgets } from './seed-budgets'
import { seedCatalogue } from './seed-catalogue'
import { seedContracts } from './seed-contracts'
import { seedDeclarations } from './seed-declarations'
import { seedInvoices } from './seed-invoices'
import { seedPeople } from './seed-people'
import { seedReference } from './seed-reference'
import { seedPayerSettings, seedSettings } from './seed-settings'
import { seedStandards } from './seed-standards'

/** Whether nobody has used this database yet. Public files may have been imported before the first start: they are no use by a person. */
export async function isEmpty(): Promise<boolean> {
  return (await db.person.count({ take: 1 })) === 0
}

/** The demonstration story: invented practices, commissioners, suppliers and modules on real capabilities and standards. */
export async function tellTheStory(): Promise<void> {
  const ctx = { actor: system, now: now(), requestId: 'demonstration' }
  await seedReference(ctx)
  await seedSettings()
  await seedPeople(ctx)
  await seedPayerSettings()
  await seedBudgets(ctx)
  await seedCatalogue(db, ctx)
  await seedDeclarations(db, ctx)
  await seedContracts(ctx)
  await seedInvoices(ctx)
  await seedStandards(ctx)
}
