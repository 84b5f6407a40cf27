import { expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { buyers, callOffIn } from '@/prisma/factories/call-off'
import { module } from '@/prisma/factories/module'
import { noon } from './context'
import { useDatabase } from './database'
import { halfStates } from './half-states'

const { asOwner } = useDatabase()
const faults = () => halfStates(process.env.OWNER_DATABASE_URL!)

async function anOrder() {
  const made = await module.published.full()
  const of = await buyers(noon)
  return { of, id: await callOffIn('signing', of, made) }
}

it('finds nothing where every move was made by a command', async () => {
  await anOrder()
  expect(await faults()).toEqual([])
})

it('finds a state that moved without its event, a budget off by a penny, a decision without its row', async () => {
  const { id, of } = await anOrder()
  await db.callOff.updateMany({ where: { id }, data: { state: 'signed' } })
  await asOwner(
    `update "BudgetLine" set "committedPence" = "committedPence" + 1 where "organisationId" = $1 and "committedPence" > 0`,
    [of.commissioner.id],
  )
  await asOwner(
    `alter table "ProjectDecision" disable trigger all; delete from "ProjectDecision"; alter table "ProjectDecision" enable trigger all`,
  )
  const found = (await faults()).join('\n')
  for (const what of [
    `CallOff ${id} is signed, its events say signing`,
    'a budget line is not the sum of its commitments',
    'an order is signed with one signature',
    'a project is decided without its decision',
  ])
    expect(found).toContain(what)
})
