import { expect, it } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { module } from '@/prisma/factories/module'
import { compareModules } from './compare-modules'
import { getBundle } from './get-bundle'

useDatabase()
const ctx = contextOf(visitor)

it('DEP-2 a set is checked as it is listed now, without what is suspended; one module is no set', async () => {
  const alpha = await module.conformant({ name: 'Alpha', capabilities: ['C5', 'C11'] })
  const beta = await module.unassessed({ name: 'Beta', capabilities: ['C12'] })
  const gone = await module.suspended({ name: 'Gone', capabilities: ['C13'] })
  const bundle = await getBundle(ctx, [alpha, beta, gone])
  expect(bundle?.check).toEqual({
    missing: [],
    missingModules: [],
    conflicts: [],
    unproven: [],
    unprovenModules: [],
    uncovered: ['C13', 'C14', 'C15'],
  })
  expect(bundle?.modules[beta.moduleId]).toBe('Beta')
  expect(await getBundle(ctx, [alpha, gone])).toBeUndefined()
  const compared = await compareModules(ctx, [alpha.moduleId, beta.moduleId], { patients: null, term: null })
  expect(compared.ok && compared.value.bundle?.check).toEqual({ ...bundle?.check, uncovered: ['C13', 'C14', 'C15'] })
})
