import { describe, expect, it } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { contextOf } from '@/lib/testing/context'
import { countStatements } from '@/lib/testing/count-statements'
import { useDatabase } from '@/lib/testing/database'
import { assessment } from '@/prisma/factories/assessment'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { listWork } from './list-work'

useDatabase()

describe('what waits for a reader', () => {
  it('each sees the own duty alone: the assessor a claim, the reviewer too, the officer none; a visitor nothing', async () => {
    const { assessor, reviewer, officers, editor } = await assessment.submitted()
    const keysOf = async (actor: Parameters<typeof contextOf>[0]) =>
      (await listWork(contextOf(actor))).map((line) => line.key)
    expect(await keysOf(assessor)).toContain('assessments')
    expect(await keysOf(reviewer)).toContain('assessments')
    expect(await keysOf(officers[0])).not.toContain('assessments')
    expect(await keysOf(editor)).not.toContain('claims')
    expect(await keysOf(visitor)).toEqual([])
  })

  it('one claim leads to its own page, several to the queue', async () => {
    const { assessor, id } = await assessment.submitted()
    const lineOf = async () => (await listWork(contextOf(assessor))).find((line) => line.key === 'assessments')
    expect(await lineOf()).toMatchObject({ count: 1, words: 'claim to assess', href: `/assurance/assessments/${id}` })
    await assessment.submitted()
    expect(await lineOf()).toMatchObject({ count: 2, words: 'claims to assess', href: '/assurance/assessments' })
  })

  it('a practice without anything has nothing, in few statements', async () => {
    const manager = await person.practiceManager((await organisation.practice()).id)
    const { value, statements } = await countStatements(() => listWork(contextOf(manager)))
    expect(value).toEqual([])
    expect(statements).toBeLessThanOrEqual(30)
  })
})
