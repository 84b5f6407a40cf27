import { describe, expect, it } from 'vitest'
import { mayImport } from '@/lib/identity/imports/import-policy'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { abandonImport } from '@/lib/platform/imports/abandon-import'
import { getImport } from '@/lib/platform/imports/get-import'
import { listImports } from '@/lib/platform/imports/list-imports'
import { startImport } from '@/lib/platform/imports/start-import'
import { uploadImport } from '@/lib/platform/imports/upload-import'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { value } from '@/lib/testing/answers'
import { csv } from '@/lib/testing/check-fixture'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { applyImportWhenStarted } from './apply-import-when-started'
import { checkImportWhenUploaded } from './check-import-when-uploaded'
import { importers } from './importers'

useDatabase()
const kinds = importers.map((importer) => importer.kind)
const good = csv('integration,type_seq,type', 'IM1,1,Bulk', 'IM1,2,Transactional')
const odd = csv('id,name,short_name,owner,funding_type_ids,is_expired', 'OLD001,Old framework,Old,The authority,2,1')

const curator = async () => person.curator((await organisation.authority()).id)
const upload = (actor: Actor, text: string, kind = 'integrations') =>
  uploadImport(contextOf(actor), mayImport(actor), kinds, { kind, name: `${kind}.csv`, bytes: Buffer.from(text) })
const told = (id: string) => ({ about: { type: 'ImportRun', id } }) as StoredEvent
const events = async () =>
  (await db.event.findMany({ orderBy: { id: 'asc' }, select: { name: true } })).map((event) => event.name)

async function uploaded(actor: Actor, text: string, kind?: string) {
  const result = await value(upload(actor, text, kind))
  await checkImportWhenUploaded(contextOf(actor), told(result.id))
  return (await getImport(mayImport(actor), result.id))!
}

describe('an import by the page', () => {
  it('is uploaded, checked, started, applied; its bytes are gone and its report stays', async () => {
    const actor = await curator()
    const run = await uploaded(actor, good)
    expect(run).toMatchObject({ state: 'ready', total: 2, newRows: 2, errors: 0 })
    expect(await db.integration.count()).toBe(0)
    expect(
      (await startImport(contextOf(actor), mayImport(actor), { id: run.id, version: run.version, acknowledged: false }))
        .ok,
    ).toBe(true)
    await applyImportWhenStarted(contextOf(actor), told(run.id))
    await applyImportWhenStarted(contextOf(actor), told(run.id))
    expect(await getImport(mayImport(actor), run.id)).toMatchObject({
      state: 'applied',
      newRows: 2,
      total: 2,
      checked: 2,
    })
    expect(await events()).toEqual(['ImportUploaded', 'ImportChecked', 'ImportStarted', 'ImportApplied'])
    expect([await db.integration.count(), await db.importFile.count()]).toEqual([2, 0])
    expect(await listImports(mayImport(actor))).toHaveLength(1)
  })

  it('a broken file is rejected with its report and changes nothing', async () => {
    const actor = await curator()
    const run = await uploaded(actor, good.replace('IM1,2,', 'IM1,two,'))
    expect(run).toMatchObject({
      state: 'rejected',
      errors: 1,
      report: [{ severity: 'error', line: 3, column: 'type_seq', code: 'format', value: 'two' }],
    })
    const input = { id: run.id, version: run.version, acknowledged: true }
    expect(await startImport(contextOf(actor), mayImport(actor), input)).toMatchObject({
      refusal: { kind: 'wrong-state' },
    })
    expect([await db.integration.count(), await db.importFile.count()]).toEqual([0, 0])
    expect(await events()).toEqual(['ImportUploaded', 'ImportRejected'])
  })

  it('warnings must be acknowledged, and an old version is stale', async () => {
    const actor = await curator()
    const run = await uploaded(actor, odd, 'frameworks')
    const start = (acknowledged: boolean, version = run.version) =>
      startImport(contextOf(actor), mayImport(actor), { id: run.id, version, acknowledged })
    expect(await start(false)).toMatchObject({
      refusal: { kind: 'invalid', fields: { acknowledged: [expect.any(String)] } },
    })
    expect(await start(true, run.version - 1)).toMatchObject({ refusal: { kind: 'stale' } })
    expect((await start(true)).ok).toBe(true)
  })

  it('can be abandoned before it is applied', async () => {
    const actor = await curator()
    const run = await uploaded(actor, good)
    expect((await abandonImport(contextOf(actor), mayImport(actor), run)).ok).toBe(true)
    await applyImportWhenStarted(contextOf(actor), told(run.id))
    expect([await db.integration.count(), await db.importFile.count()]).toEqual([0, 0])
  })

  it('a stranger is turned away, and sees nothing', async () => {
    const run = await uploaded(await curator(), good)
    const manager = await person.practiceManager((await organisation.practice()).id)
    expect(await upload(manager, good)).toMatchObject({ refusal: { kind: 'forbidden' } })
    const input = { id: run.id, version: run.version, acknowledged: true }
    expect(await startImport(contextOf(manager), mayImport(manager), input)).toMatchObject({
      refusal: { kind: 'forbidden' },
    })
    expect(await abandonImport(contextOf(manager), mayImport(manager), input)).toMatchObject({
      refusal: { kind: 'forbidden' },
    })
    expect(await getImport(mayImport(manager), run.id)).toBeUndefined()
    expect(await listImports(mayImport(manager))).toEqual([])
  })

  it('refuses an unknown kind and an empty file', async () => {
    const actor = await curator()
    expect(await upload(actor, good, 'everything')).toMatchObject({
      refusal: { fields: { kind: [expect.any(String)] } },
    })
    expect(await upload(actor, '')).toMatchObject({ refusal: { fields: { file: [expect.any(String)] } } })
  })
})
