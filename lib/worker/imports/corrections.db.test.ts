import { beforeEach, describe, expect, it } from 'vitest'
import { referenceKind, referenceKinds } from '@/lib/assurance/reference-kinds'
import { mayKeepReference } from '@/lib/catalogue/reference-policy'
import { mayImport } from '@/lib/identity/imports/import-policy'
import { type Actor, system, visitor } from '@/lib/platform/actor'
import { addRow } from '@/lib/platform/corrections/add-row'
import { correctRow } from '@/lib/platform/corrections/correct-row'
import { keyFromAddress } from '@/lib/platform/corrections/correction'
import { textOf } from '@/lib/platform/corrections/correction-rules'
import { giveBack } from '@/lib/platform/corrections/give-back'
import { countKinds, getRow, listRows } from '@/lib/platform/corrections/list-rows'
import { db } from '@/lib/platform/db'
import { importFile } from '@/lib/platform/imports/import-file'
import { answer, value } from '@/lib/testing/answers'
import { csv } from '@/lib/testing/check-fixture'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { importerOf } from './importers'

const { asOwner } = useDatabase()
const integrations = referenceKind('integrations')!
const reason = 'The file has an old name'
let curator: Actor
let other: Actor

beforeEach(async () => {
  const authority = await organisation.authority()
  curator = await person.curator(authority.id)
  other = await person.curator(authority.id)
  await load('IM1,1,Bulk', 'IM1,2,Transactional')
})

async function load(...lines: string[]) {
  const bytes = Buffer.from(csv('integration,type_seq,type', ...lines))
  const result = await value(importFile(contextOf(system), importerOf('integrations')!, { name: 'i.csv', bytes }))
  return result.summary
}
const row = async (address = 'im1.bulk') => (await getRow(mayKeepReference(curator), integrations, address))!
async function correct(name: string, actor = curator, address = 'im1.bulk', seen?: string) {
  const now = await row(address)
  const raw = { family: textOf(now?.values.family), name }
  const input = { address, seen: seen ?? now?.seen ?? '', reason, raw }
  return correctRow(contextOf(actor), mayKeepReference(actor), integrations, input)
}
const names = async () => (await db.integration.findMany({ orderBy: { id: 'asc' } })).map((i) => i.name)
const events = async () =>
  (await db.event.findMany({ where: { name: { startsWith: 'Reference' } }, orderBy: { id: 'asc' } })).map((e) => e.name)

describe('a correction of reference data', () => {
  it('is a curator’s act; others are refused and read nothing', async () => {
    const reviewer = await person.with('reviewer', curator.organisationId!)
    for (const actor of [visitor, reviewer]) {
      expect(await answer(correct('Bulk 2', actor))).toBe('forbidden')
      expect(await listRows(mayKeepReference(actor), integrations, '', 1)).toBeUndefined()
      expect(await getRow(mayKeepReference(actor), integrations, 'im1.bulk')).toBeUndefined()
      expect(await countKinds(mayKeepReference(actor), referenceKinds)).toBeUndefined()
    }
    expect(mayImport(reviewer).allowed).toBe(false)
  })

  it('refuses an unknown row, a bad value, and a row that has changed since it was seen', async () => {
    expect(await answer(correct('Bulk', curator, 'im1.nothing'))).toBe('not-found')
    expect(await answer(correct(''))).toBe('invalid')
    const seen = (await row()).seen
    expect(await answer(correct('Bulk extract'))).toBe('done')
    expect(await answer(correct('Bulk data', other, 'im1.bulk', seen))).toBe('stale')
    expect(await names()).toEqual(['Bulk extract', 'Transactional'])
  })

  it('is made once by two curators at once', async () => {
    const { seen } = await row()
    const set = (name: string, actor: Actor) => answer(correct(name, actor, 'im1.bulk', seen))
    const both = await Promise.all([set('One', curator), set('Two', other)])
    expect(both.sort()).toEqual(['done', 'stale'])
    expect(await events()).toEqual(['ReferenceCorrected'])
    expect(await db.correction.count({ where: { endedAt: null } })).toBe(1)
  })

  it('that changes nothing writes nothing', async () => {
    expect(await answer(correct('Bulk'))).toBe('done')
    expect([await events(), await db.correction.count()]).toEqual([[], 0])
  })

  it('holds against every later file; given back, the next file decides (IMP-5)', async () => {
    await correct('Bulk extract')
    const again = await load('IM1,1,Bulk', 'IM1,2,Transactional')
    expect(again).toMatchObject({ new: 0, changed: 0, unchanged: 2, counts: { 'corrections kept': 1 } })
    expect(await names()).toEqual(['Bulk extract', 'Transactional'])
    const { id } = (await row()).corrections[0]!
    const give = (actor: Actor) =>
      giveBack(contextOf(actor), mayKeepReference(actor), integrations, { correctionId: id })
    expect(await answer(give(visitor))).toBe('forbidden')
    expect((await Promise.all([answer(give(curator)), answer(give(other))])).sort()).toEqual(['done', 'stale'])
    expect(await names()).toEqual(['Bulk extract', 'Transactional'])
    expect(await load('IM1,1,Bulk', 'IM1,2,Transactional')).toMatchObject({ changed: 1 })
    expect(await names()).toEqual(['Bulk', 'Transactional'])
    expect(await events()).toEqual(['ReferenceCorrected', 'ReferenceGivenBack'])
    expect((await row()).corrections).toMatchObject([{ column: 'name', was: 'Bulk', value: 'Bulk extract' }])
  })

  it('a row that a curator added is missed by no file', async () => {
    const add = (id: string) =>
      addRow(contextOf(curator), mayKeepReference(curator), integrations, {
        reason,
        raw: { id, family: 'FHIR', name: 'Subscriptions' },
      })
    expect(await answer(add('No such form'))).toBe('invalid')
    expect(await answer(add('im1.bulk'))).toBe('invalid')
    expect((await Promise.all([answer(add('fhir.subscriptions')), answer(add('fhir.subscriptions'))])).sort()).toEqual([
      'done',
      'invalid',
    ])
    expect(await load('IM1,1,Bulk')).toMatchObject({ absent: 1 })
    const absent = await db.integration.findMany({ where: { absent: true }, select: { id: true } })
    expect(absent.map(({ id }) => id)).toEqual(['im1.transactional'])
    expect((await listRows(mayKeepReference(curator), integrations, 'subscr', 9))!).toMatchObject({ total: 1, page: 1 })
  })

  it('stays in the history: the database deletes none', async () => {
    await correct('Bulk extract')
    await expect(asOwner('delete from "Correction"')).rejects.toThrow()
  })

  it('reaches every kind: each can be listed, read and corrected as it is declared', async () => {
    const files: Record<string, string[]> = {
      capabilities: ['ref,name,category,status,version', 'C5,Appointments,Clinical,effective,1.0.0'],
      epics: ['id,capability_id,name,compliancy,active,supplier_defined', 'E00109,5,Book,MUST,true,false'],
      frameworks: ['id,name,short_name,owner,funding_type_ids,is_expired', 'TIF001,One,One,Owner,2,0'],
      standards: ['id,name,type,version,deleted', 'S24,Safety,Overarching,1.0.0,false'],
    }
    for (const [kind, lines] of Object.entries(files)) {
      const bytes = Buffer.from(csv(lines[0]!, ...lines.slice(1)))
      await value(importFile(contextOf(system), importerOf(kind)!, { name: `${kind}.csv`, bytes }))
    }
    await db.frameworkRoute.create({ data: { frameworkId: 'TIF001', kind: 'competition', allowsFoundation: false } })
    for (const kind of referenceKinds) {
      const may = mayKeepReference(curator)
      const [line] = (await listRows(may, kind, '', 1))!.lines
      const found = (await getRow(may, kind, line!.address))!
      expect(found.rowKey).toBe(keyFromAddress(line!.address))
      const raw = Object.fromEntries(kind.fields.map(({ name }) => [name, textOf(found.values[name])]))
      const [field] = kind.fields
      raw[field!.name] = field!.options
        ? Object.keys(field!.options).at(-1)!
        : field!.type === 'whole'
          ? '7'
          : 'Another'
      const input = { address: line!.address, seen: found.seen, reason, raw }
      expect([kind.slug, await answer(correctRow(contextOf(curator), may, kind, input))]).toEqual([kind.slug, 'done'])
      expect(textOf((await getRow(may, kind, line!.address))!.values[field!.name])).toBe(raw[field!.name])
    }
  })
})
