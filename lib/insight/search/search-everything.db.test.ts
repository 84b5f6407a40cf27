import { describe, expect, it } from 'vitest'
import { type Actor, visitor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { maySeeCallOff } from '@/lib/procurement/call-offs/call-off-policy'
import { findCallOff } from '@/lib/procurement/call-offs/call-off-store'
import { contextOf } from '@/lib/testing/context'
import { countStatements } from '@/lib/testing/count-statements'
import { useDatabase } from '@/lib/testing/database'
import { buyers, callOffIn } from '@/prisma/factories/call-off'
import { contract, parties } from '@/prisma/factories/contract'
import { module } from '@/prisma/factories/module'
import { person } from '@/prisma/factories/person'
import { switchIn } from '@/prisma/factories/switch-in'
import { searchEverything } from './search-everything'

useDatabase()

const find = (actor: Actor, text: string) => searchEverything(contextOf(actor), text)
const kindsOf = async (actor: Actor, text: string) => (await find(actor, text)).groups.map(({ kind }) => kind)

describe('the search of the portal', () => {
  it('finds contracts and switches by number, code and name for their parties, and for nobody else', async () => {
    const of = await parties()
    const story = await switchIn('draft', of)
    const code = of.practice.code!
    for (const actor of [of.manager, of.requester, of.gainingSignatory])
      expect([await kindsOf(actor, 'c000001-01'), await kindsOf(actor, story.id)]).toEqual([['contract'], ['switch']])
    expect(await kindsOf(of.manager, code.toLowerCase())).toEqual(['practice', 'contract', 'switch'])
    for (const actor of [of.stranger, visitor])
      expect([await kindsOf(actor, 'C000001-01'), await kindsOf(actor, story.id), await kindsOf(actor, code)]).toEqual([
        [],
        [],
        ['practice'],
      ])
  })

  it('an order is found by exactly those who may open it, in every state', async () => {
    const at = now()
    const listing = await module.conformant({ name: 'Findable', capabilities: ['C1'] })
    const supplier = await person.signatory(listing.supplierId)
    for (const state of ['draft', 'awaiting-funding', 'signing'] as const) {
      const of = await buyers(at)
      const order = (await findCallOff(db, await callOffIn(state, of, listing)))!
      for (const actor of [of.manager, of.approver, supplier, (await parties()).stranger, visitor])
        expect((await kindsOf(actor, order.number)).includes('order'), `${state}`).toBe(maySeeCallOff(actor, order))
      await db.callOff.update({ where: { id: order.id }, data: { sharedAt: at } })
      expect(await kindsOf(supplier, order.number), `${state}, shown early`).toContain('order')
    }
  })

  it('a module and its supplier are everybody’s to find, and a name that nobody has finds nothing', async () => {
    await module.conformant({ name: 'Wharfedale Record', capabilities: ['C1'] })
    expect(await kindsOf(visitor, 'wharfedale')).toEqual(['module', 'supplier'])
    expect(await find(visitor, 'C999999-99')).toEqual({ text: 'C999999-99', asked: true, groups: [] })
    expect((await find(visitor, ' x ')).asked).toBe(false)
    expect(await kindsOf(visitor, '%')).toEqual([])
    expect(await kindsOf(visitor, '%%')).toEqual([])
  })

  it('asks as much of the database for thirty contracts as for one', async () => {
    const of = await parties()
    for (let i = 10; i < 40; i++)
      await contract.made({ ...of, practice: { ...of.practice } }, { number: `C0000${i}-01`, moduleId: `m${i}` })
    const { value, statements } = await countStatements(() => find(of.manager, 'C0000'))
    expect(value.groups.map(({ kind, total, found }) => [kind, total, found.length])).toEqual([['contract', 30, 5]])
    expect(statements).toBeLessThanOrEqual(14)
  })
})
