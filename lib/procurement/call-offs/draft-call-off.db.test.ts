import { expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { answer } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { buyers, decided, frozenProject } from '@/prisma/factories/call-off'
import { module } from '@/prisma/factories/module'
import { draftCallOff } from './draft-call-off'

useDatabase()

it('six drafts of one decision at once make one order, and the others are told so', async () => {
  const of = await buyers(noon)
  const made = await module.conformant()
  const projectId = await frozenProject(of, [made])
  expect(await answer(decided(of, projectId, made.moduleId))).toBe('done')
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => answer(draftCallOff(contextOf(of.manager), { projectId }))),
  )
  expect(answers.sort()).toEqual(['conflict', 'conflict', 'conflict', 'conflict', 'conflict', 'done'])
  expect(await db.callOff.count()).toBe(1)
  expect(await db.event.count({ where: { name: 'CallOffDrafted' } })).toBe(1)
})
