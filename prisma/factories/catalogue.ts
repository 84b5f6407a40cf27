import { system } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { transaction } from '@/lib/platform/transaction'
import { contextOf } from '@/lib/testing/context'
import { seedCatalogue } from '@/prisma/seed/seed-catalogue'
import { seedReference } from '@/prisma/seed/seed-reference'

/** The shipped national reference and the whole demonstration catalogue, as a first start makes them. */
export async function demoCatalogue(ctx: Context = contextOf(system)): Promise<void> {
  await seedReference(ctx)
  await transaction((tx) => seedCatalogue(tx, ctx))
}

/** Counts the statements that `work` sends: every page has a budget. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  let count = 0
  const { $queryRaw } = db
  const counted = new Proxy($queryRaw, {
    apply(target, self, args) {
      count++
      return Reflect.apply(target, self, args)
    },
  })
  Object.defineProperty(db, '$queryRaw', { value: counted, configurable: true, writable: true })
  try {
    await work()
  } finally {
    Object.defineProperty(db, '$queryRaw', { value: $queryRaw, configurable: true, writable: true })
  }
  return count
}
