import { expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { seedContracts } from './seed-contracts'
import { seedPeople } from './seed-people'

useDatabase()

it('the story begins with what its two practices run today, recorded once', async () => {
  await seedPeople(contextOf())
  await seedContracts(contextOf())
  await seedContracts(contextOf())
  const contracts = await db.contract.findMany({ orderBy: { number: 'asc' }, include: { sites: true } })
  expect(contracts.map((c) => [c.number, c.state, c.endsOn.toISOString().slice(0, 10), c.sites[0]?.state])).toEqual([
    ['NB-2023-017', 'live', '2026-10-31', 'live'],
    ['SB-2023-004', 'live', '2026-10-31', 'live'],
  ])
})
