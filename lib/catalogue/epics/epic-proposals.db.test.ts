import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { importFile } from '@/lib/platform/imports/import-file'
import { answer } from '@/lib/testing/answers'
import { csv } from '@/lib/testing/check-fixture'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { catalogueImporters } from '../imports/importers'
import { decideEpic } from './decide-epic'
import { listEpicProposals, listOwnEpics } from './list-epic-proposals'
import { proposeEpic, withdrawEpic } from './propose-epic'

useDatabase()
let supplierId: string
let [editor, stranger, curator, interested]: Actor[] = []

beforeEach(async () => {
  supplierId = (await organisation.supplier()).id
  await db.supplier.create({ data: { organisationId: supplierId, slug: 'one', brand: 'One', legalName: 'One Ltd' } })
  editor = await person.editor(supplierId)
  stranger = await person.signatory((await organisation.supplier()).id)
  const authority = await organisation.authority()
  curator = await person.curator(authority.id)
  interested = await person.curator(authority.id)
  interested.grants.push({ role: 'supplier-editor', organisationId: supplierId, limitPence: null })
  const base = { category: 'Clinical', status: 'effective' }
  await db.capability.createMany({
    data: [
      { id: 'C5', name: 'Appointments', ...base },
      { id: 'C19', name: 'Old', ...base, status: 'expired' },
    ],
  })
})

const propose = (actor = editor!, capabilityId = 'C5') =>
  proposeEpic(contextOf(actor), { supplierId, capabilityId, title: 'Book by voice', description: 'It listens.' })
async function proposed() {
  const result = await propose()
  if (!result.ok) throw new Error(result.refusal.kind)
  return result.value.id
}
const decide = (id: string, actor = curator!, verdict: 'activate' | 'refuse' = 'activate', version = 1) =>
  answer(decideEpic(contextOf(actor), { id, version, verdict, reason: 'It says the same as a national epic' }))

describe('CAP-3: an epic that a supplier proposes', () => {
  it('is for a capability in force, by the supplier’s own people', async () => {
    expect(await answer(propose(stranger!))).toBe('not-found')
    expect(await answer(propose(curator!))).toBe('not-found')
    expect(await answer(propose(editor!, 'C19'))).toBe('invalid')
    expect(await answer(propose(editor!, 'C99'))).toBe('invalid')
    expect(await answer(propose())).toBe('done')
    expect((await listOwnEpics(contextOf(editor!)))!.proposals).toHaveLength(1)
    expect((await listOwnEpics(contextOf(stranger!)))!.proposals).toEqual([])
    expect(await listEpicProposals(contextOf(editor!))).toBeUndefined()
  })

  it('comes into force once, as MAY, by a curator without an interest', async () => {
    const id = await proposed()
    expect(await decide(id, stranger!)).toBe('not-found')
    expect(await decide(id, editor!)).toBe('forbidden')
    expect(await decide(id, interested!)).toBe('forbidden')
    expect(await decide(id, curator!, 'activate', 4)).toBe('stale')
    const both = await Promise.all([decide(id), decide(id)])
    expect(both.filter((word) => word === 'done')).toHaveLength(1)
    expect(await db.capabilityEpic.findMany()).toMatchObject([{ capabilityId: 'C5', epicId: 'S00001', level: 'MAY' }])
    expect(await db.epic.findUnique({ where: { id: 'S00001' } })).toMatchObject({ supplierDefined: true, active: true })
    expect(await db.event.count({ where: { name: 'EpicActivated' } })).toBe(1)
  })

  it('two that come into force at once get two ids', async () => {
    const ids = [await proposed(), await proposed()]
    expect(await Promise.all(ids.map((id) => decide(id)))).toEqual(['done', 'done'])
    expect((await db.epic.findMany({ orderBy: { id: 'asc' } })).map((e) => e.id)).toEqual(['S00001', 'S00002'])
  })

  it('is missed by no later file of national epics', async () => {
    await decide(await proposed())
    const lines = csv('id,capability_id,name,compliancy,active,supplier_defined', 'E00109,5,Book,MUST,true,false')
    const file = { name: 'epics.csv', bytes: Buffer.from(lines) }
    expect(
      await answer(importFile(contextOf(system), catalogueImporters.find(({ kind }) => kind === 'epics')!, file)),
    ).toBe('done')
    expect(await db.epic.findMany({ where: { absent: true } })).toEqual([])
    expect(await db.capabilityEpic.findMany({ where: { absent: true } })).toEqual([])
  })

  it('is refused with a reason, or taken back, and makes no epic', async () => {
    const [one, two] = [await proposed(), await proposed()]
    expect(await decide(one, curator!, 'refuse')).toBe('done')
    const back = (actor: Actor) => answer(withdrawEpic(contextOf(actor), { id: two, version: 1 }))
    expect([await back(stranger!), await back(curator!), await back(editor!), await back(editor!)]).toEqual([
      'not-found',
      'forbidden',
      'done',
      'wrong-state',
    ])
    expect(await decide(two)).toBe('wrong-state')
    expect(await db.epic.count()).toBe(0)
  })
})
