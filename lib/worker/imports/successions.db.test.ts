import { expect, it } from 'vitest'
import { recordSuccession } from '@/lib/identity/record-succession'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { importFile } from '@/lib/platform/imports/import-file'
import { because } from '@/lib/testing/answers'
import { csv } from '@/lib/testing/check-fixture'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { importerOf } from './importers'

useDatabase()

const load = async (...rows: string[]) => {
  const bytes = Buffer.from(csv('code,successor_code,succeeds_on,source', ...rows))
  const result = await importFile(contextOf(system), importerOf('successions')!, { name: 's.csv', bytes })
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const kept = () => db.practiceSuccession.findMany({ orderBy: { practiceId: 'asc' } })

it('C5: a file is applied once and whole, stands in the journal, and the same again has no effect', async () => {
  const [a, b, c] = [await organisation.practice(), await organisation.practice(), await organisation.practice()]
  const rows = [`${a.code},${c.code},2026-04-01,The register`, `${b.code},${c.code},20260401,`]
  expect(await load(...rows, `NOBODY,${c.code},2026-04-01,`)).toMatchObject({ state: 'rejected' })
  expect(await kept(), 'nothing half written').toEqual([])
  expect(await load(...rows)).toMatchObject({ state: 'applied', summary: { new: 2 } })
  expect(await kept()).toHaveLength(2)
  expect((await kept()).map(({ source, recordedById }) => [source, recordedById])).toEqual(
    expect.arrayContaining([['The register', null]]),
  )
  expect(await db.event.count({ where: { name: 'ImportApplied' } })).toBe(1)
  expect(await load(...rows)).toMatchObject({ state: 'unchanged', summary: { new: 0, changed: 0, unchanged: 2 } })
  expect(await kept()).toHaveLength(2)
})

it('what a person entered stays; a person enters no closed successor either', async () => {
  const [a, b, c] = [await organisation.practice(), await organisation.practice(), await organisation.practice()]
  const curator = await person.curator((await organisation.authority()).id)
  const enter = (practice: string, successor: string) =>
    because(
      recordSuccession(contextOf(curator), { practice, successor, succeedsOn: '2026-04-01', source: 'The register' }),
    )
  expect(await enter(a.code!, b.code!)).toBe('done')
  expect(await load(`${a.code},${c.code},2026-04-01,`)).toMatchObject({ state: 'rejected' })
  expect(await load(`${a.code},${b.code},2026-04-01,Another text`)).toMatchObject({ state: 'unchanged' })
  await db.organisation.update({ where: { id: c.id }, data: { status: 'closed' } })
  expect(await enter(b.code!, c.code!)).toContain('is closed itself on that day')
})
