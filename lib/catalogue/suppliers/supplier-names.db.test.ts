import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { answer } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { addSupplierName } from './add-supplier-name'
import { endSupplierName } from './end-supplier-name'
import { getKeptSupplier } from './get-kept-supplier'
import type { AddSupplierName } from './supplier-name-schema'

useDatabase()
let curator: Actor
let [one, two]: string[] = []

beforeEach(async () => {
  curator = await person.curator((await organisation.authority()).id)
  one = await supplier('Anima', 'Continuum Health Limited')
  two = await supplier('Other', 'Other Limited')
})
async function supplier(brand: string, legalName: string) {
  const { id } = await organisation.supplier()
  await db.supplier.create({ data: { organisationId: id, slug: id, brand, legalName } })
  return id
}
const add = (change: Partial<AddSupplierName>, actor = curator) =>
  answer(
    addSupplierName(contextOf(actor), {
      supplierId: one!,
      kind: 'source-code',
      name: 'ANIMA-1',
      from: null,
      to: null,
      ...change,
    }),
  )
const view = async (id = one!) => (await getKeptSupplier(contextOf(curator), id))!

describe('the names of a supplier', () => {
  it('are a curator’s to keep, without a role in that supplier', async () => {
    expect(await add({}, await person.signatory(one!))).toBe('not-found')
    const interested = await person.curator((await organisation.authority()).id)
    interested.grants.push({ role: 'supplier-editor', organisationId: one!, limitPence: null })
    expect(await add({}, interested)).toBe('forbidden')
    expect(await add({ supplierId: '00000000-0000-4000-8000-000000000009' })).toBe('not-found')
    expect(await add({})).toBe('done')
    expect(await getKeptSupplier(contextOf(await person.editor(one!)), one!)).toBeUndefined()
    expect((await view()).names.map((n) => `${n.kind} ${n.name}`)).toEqual([
      'brand Anima',
      'legal Continuum Health Limited',
      'source-code ANIMA-1',
    ])
  })

  it('a new brand ends the one before it, which stays in the history, and is shown', async () => {
    expect(await add({ kind: 'brand', name: 'Anima Health', from: '2026-03-03' })).toBe('invalid')
    expect(await add({ kind: 'brand', name: 'Anima Health', from: '2026-02-01' })).toBe('done')
    expect(await add({ kind: 'brand', name: 'Anima Care', from: '2026-03-01' })).toBe('done')
    const { brand, names } = await view()
    expect(brand).toBe('Anima Care')
    expect(names.filter((n) => n.kind === 'brand').map((n) => [n.name, n.from, n.to, n.holds])).toEqual([
      ['Anima Health', '2026-02-01', '2026-02-28', false],
      ['Anima Care', '2026-03-01', null, true],
      ['Anima', null, '2026-01-31', false],
    ])
    expect(await db.event.count({ where: { name: 'SupplierNamed' } })).toBe(2)
  })

  it('of another supplier are refused, also when both are kept at once', async () => {
    expect(await add({ name: 'OTHER LTD' })).toBe('invalid')
    const both = await Promise.all([add({ name: 'Twin' }), add({ name: 'TWIN limited', supplierId: two! })])
    expect(both.sort()).toEqual(['done', 'invalid'])
    expect(await db.supplierName.count()).toBe(1)
  })

  it('end on a day, once', async () => {
    await add({ from: '2026-01-01' })
    const { id, version } = (await view()).names.at(-1)!
    const end = (to: string, actor = curator) => answer(endSupplierName(contextOf(actor), { id, version, to }))
    expect(await end('2026-02-01', await person.signatory(one!))).toBe('not-found')
    expect(await end('2025-12-31')).toBe('invalid')
    expect((await Promise.all([end('2026-02-01'), end('2026-02-02')])).sort()).toEqual(['done', 'stale'])
    await add({ kind: 'brand', name: 'New', from: '2026-01-01' })
    const brand = (await view()).names.find((n) => n.name === 'New')!
    const ended = endSupplierName(contextOf(curator), { id: brand.id, version: brand.version, to: '2026-02-01' })
    expect(await answer(ended)).toBe('conflict')
  })
})
