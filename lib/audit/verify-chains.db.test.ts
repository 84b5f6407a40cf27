import { expect, it } from 'vitest'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { transaction } from '@/lib/platform/transaction'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { verifyChains } from './verify-chains'

useDatabase()
const organisations = Array.from({ length: 6 }, newId)
const happen = (organisationId: string) =>
  transaction((tx) =>
    record(tx, contextOf(), { name: 'Happened', about: { type: 'Thing', id: '1' }, organisationId, data: {} }),
  )

it('finds the chains whole while events are written, every time: a portal that runs is not a forgery', async () => {
  await Promise.all(organisations.map(happen))
  let going = true
  const writing = organisations.map(async (id) => {
    while (going) await happen(id)
  })
  const verdicts = []
  for (let i = 0; i < 30; i++) verdicts.push(await verifyChains())
  going = false
  await Promise.all(writing)
  expect(verdicts.filter(({ ok }) => !ok)).toEqual([])
  const first = verdicts[0]!
  const last = await verifyChains()
  expect(last.ok && first.ok && last.events > first.events).toBe(true)
})
