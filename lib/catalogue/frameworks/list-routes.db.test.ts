import { expect, it } from 'vitest'
import { addRow } from '@/lib/platform/corrections/add-row'
import { db } from '@/lib/platform/db'
import { answer } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { listPublicFrameworks } from '../list-public'
import { catalogueKinds } from '../reference-kinds'
import { mayKeepReference } from '../reference-policy'
import { listRoutes } from './list-routes'

useDatabase()

it('FRM-2: a route that a curator states takes the place of the default; the others stay', async () => {
  const names = { name: 'A framework', shortName: 'A', owner: 'Owner', fundingTypes: ['gpit'] }
  await db.framework.create({ data: { id: 'TIF001', ...names, expired: false } })
  const curator = await person.curator((await organisation.authority()).id)
  const kind = catalogueKinds.find(({ slug }) => slug === 'routes')!
  const add = (raw: Record<string, string>) =>
    answer(addRow(contextOf(curator), mayKeepReference(curator), kind, { reason: 'As its rules say', raw }))
  const direct = { frameworkId: 'TIF001', kind: 'direct-award', capPounds: '25000', allowsFoundation: 'no' }
  expect(await add({ ...direct, frameworkId: 'NOT001' })).toBe('invalid')
  expect(await add({ ...direct, leastPriceWeight: '40' })).toBe('invalid')
  expect(await add({ ...direct, leastPriceWeight: '40', greatestPriceWeight: '30' })).toBe('invalid')
  expect(await add(direct)).toBe('done')
  const routes = (await listRoutes(db, ['TIF001'], '2026-03-02')).get('TIF001')!
  expect(routes[0]).toMatchObject({ kind: 'direct-award', capPence: 2_500_000n, allowsFoundation: false })
  expect(routes.slice(1)).toMatchObject([
    { kind: 'competition', capPence: 25_000_000n, leastPriceWeight: 30, greatestPriceWeight: 90 },
    { kind: 'off-catalogue', capPence: null },
  ])
  const page = await listPublicFrameworks(contextOf(curator), '', 10)
  expect(page.data[0]!.routes.map((route) => [route.kind, route.capPence])).toEqual([
    ['direct-award', '2500000'],
    ['competition', '25000000'],
    ['off-catalogue', null],
  ])
})
