import { expect, it } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { useDatabase } from '@/lib/testing/database'
import { demoCatalogue } from '@/prisma/factories/catalogue'
import { listSuggestions } from './list-suggestions'

useDatabase()

it('CAT-5 suggests modules, suppliers and capabilities from two letters on, of active suppliers alone', async () => {
  await demoCatalogue()
  const kinds = async (text: string) => (await listSuggestions(visitor, text)).map((s) => `${s.kind}: ${s.text}`)
  expect(await kinds('o')).toEqual([])
  expect(await kinds('openpath')).toEqual(
    expect.arrayContaining(['module: OpenPath Record', 'supplier: OpenPath Clinical']),
  )
  expect(await kinds('Prescri')).toContain('capability: Prescribing')
  expect((await kinds('an')).length).toBeLessThanOrEqual(15)
  expect(await kinds("%_'")).toEqual([])
  await db.supplier.updateMany({ where: { brand: 'OpenPath Clinical' }, data: { status: 'suspended' } })
  expect(await kinds('openpath')).toEqual([])
})
