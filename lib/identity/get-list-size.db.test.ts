import { expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { useDatabase } from '@/lib/testing/database'
import { organisation } from '@/prisma/factories/organisation'
import { getListSize } from './get-list-size'

useDatabase()

it('QTY-1 the list size is the newest that was known on the day, with its own date; before the first there is none', async () => {
  const { id } = await organisation.practice({ patients: 9871 })
  await db.listSize.create({
    data: { organisationId: id, asOf: new Date('2026-06-01'), patients: 9900, source: 'test' },
  })
  expect(await getListSize(db, id, '2026-01-31')).toBeUndefined()
  expect(await getListSize(db, id, '2026-02-01')).toEqual({ patients: 9871, asOf: '2026-02-01' })
  expect(await getListSize(db, id, '2026-05-31')).toEqual({ patients: 9871, asOf: '2026-02-01' })
  expect(await getListSize(db, id, '2026-06-01')).toEqual({ patients: 9900, asOf: '2026-06-01' })
})
