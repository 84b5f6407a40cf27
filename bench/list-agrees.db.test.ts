import { expect, it } from 'vitest'
import { emptyFilter } from '@/lib/catalogue/module-filter'
import { searchModules } from '@/lib/catalogue/search-modules'
import { system } from '@/lib/platform/actor'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { seedReference } from '@/prisma/seed/seed-reference'
import { generateModules } from './generate-modules'
import { loadPortal, readReference } from './load-portal'

useDatabase()

it('what the bench writes past the commands is found as if it had been published', async () => {
  const ctx = contextOf(system)
  await seedReference(ctx)
  const url = process.env.OWNER_DATABASE_URL!
  const modules = generateModules(200, await readReference(url))
  await loadPortal(url, modules)
  const all = await searchModules(ctx, emptyFilter)
  expect([all.total, all.cards.length]).toEqual([200, 30])
  const claimed = modules.filter(
    ({ listing, standing }) => listing.capabilities.some((c) => c.id === 'C5') && !standing.failed.includes('C5'),
  )
  const [value] = all.facets.cap.filter((facet) => facet.value === 'C5')
  expect([value?.count, (await searchModules(ctx, { ...emptyFilter, cap: ['C5'] })).total]).toEqual([
    claimed.length,
    claimed.length,
  ])
  const named = await searchModules(ctx, { ...emptyFilter, q: modules[0]!.listing.name })
  expect(named.cards.map((card) => card.id)).toContain(modules[0]!.id)
})
