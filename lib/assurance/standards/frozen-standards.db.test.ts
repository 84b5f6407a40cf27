import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { importFile } from '@/lib/platform/imports/import-file'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { importerOf } from '@/lib/worker/imports/importers'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { standardDraft } from '@/prisma/factories/standard-draft'

const database = useDatabase()
let author: Actor
let officers: [Actor, Actor]

beforeEach(async () => {
  const authority = (await organisation.authority()).id
  author = await person.with('standards-author', authority)
  officers = [await person.officer(authority), await person.officer(authority)]
  await module.conformant()
})

describe('what the database itself refuses', () => {
  it('FA-02 a published requirement is never changed, nor is its version', async () => {
    const { id } = await standardDraft.published({ author, officers })
    const ask = (sql: string) => database.asOwner(sql, [id])
    await expect(ask(`update "Requirement" set text = 'x' where "standardVersionId" = $1`)).rejects.toThrow(/published/)
    await expect(ask(`delete from "Requirement" where "standardVersionId" = $1`)).rejects.toThrow(/published/)
    await expect(
      ask(
        `insert into "Requirement" ("standardVersionId", id, title, level, method, hazard) values ($1, 'S1/Z', 'z', 'MAY', 'DOCUMENT', 'NONE')`,
      ),
    ).rejects.toThrow(/published/)
    await expect(ask(`update "StandardVersion" set "retiredOn" = '2026-01-01' where id = $1`)).rejects.toThrow(
      /published/,
    )
    await database.asOwner(`update "StandardVersion" set "retiredOn" = null where "contentSha256" is null`)
  })

  it('2P: a decision of one person about a standard version', async () => {
    const { id } = await standardDraft.published({ author, officers })
    await expect(
      database.asOwner(
        `insert into "StandardDecision" (id, "standardVersionId", kind, reason, "madeById", "secondedById", "madeOn", "recordedAt")
         values ($1, $2, 'WITHDRAW', 'x', $3, $3, '2026-03-02', now())`,
        [newId(), id, newId()],
      ),
    ).rejects.toThrow(/standard_decision_two_officers/)
  })

  it.each([
    'StandardDecision',
    'StandardVersionDates',
    'RequirementChange',
    'Obligation',
    'Redeclaration',
    'ConformanceChange',
  ])('AS-03: %s is append-only', async (table) => {
    await standardDraft.published({ author, officers })
    await expect(database.asOwner(`truncate "${table}" cascade`)).rejects.toThrow(/append-only/)
    await expect(db.$executeRawUnsafe(`delete from "${table}"`)).rejects.toThrow(/permission denied|append-only/)
  })
})

it('a file that names a published version leaves it as two officers published it', async () => {
  const { id } = await standardDraft.published({ author, officers })
  const text = 'standard_id,title,version,status,effective_date\nS1,A standard,1.1.0,Effective,2020-01-01\n'
  const file = { name: 'versions.csv', bytes: Buffer.from(text) }
  const run = await importFile(contextOf(system), importerOf('standard-versions')!, file)
  expect(run.ok && run.value.state).toBe('unchanged')
  expect(await db.standardVersion.findUnique({ where: { id } })).toMatchObject({ effectiveOn: new Date('2026-04-01') })
  expect(await db.requirement.count({ where: { standardVersionId: id } })).toBe(1)
})
