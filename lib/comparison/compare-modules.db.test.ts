import { expect, it } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { newId } from '@/lib/platform/ids'
import { because } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { module } from '@/prisma/factories/module'
import { compareModules } from './compare-modules'

useDatabase()
const compare = (ids: string[]) => because(compareModules(contextOf(visitor), ids, { patients: 9_800, term: 36 }))

it('CMP-1 two to eight modules are compared; one or nine are refused in words', async () => {
  const made = await Promise.all([1, 2].map(() => module.conformant()))
  const ids = made.map((m) => m.moduleId)
  expect(await compare(ids.slice(0, 1))).toBe('Choose at least 2 modules to compare')
  expect(await compare([ids[0]!, ids[0]!])).toBe('Choose at least 2 modules to compare')
  expect(await compare(ids)).toBe('done')
  expect(await compare([...ids, ...Array.from({ length: 7 }, () => newId())])).toBe(
    'Choose at most 8 modules to compare',
  )
})
