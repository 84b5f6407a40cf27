import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { gateway, type Recorded } from '@/lib/testing/usage-batches'
import { contract, type Parties, parties } from '@/prisma/factories/contract'
import { priceOfCalls } from '../charges/month-charge-rules'
import { listUsageOfMonth } from './list-usage-of-month'
import { rateUsageWhenAccepted } from './rate-usage-when-accepted'
import { receiveUsage } from './receive-usage'

useDatabase()
let of: Parties
let contractId: string
let one: Awaited<ReturnType<typeof gateway>>
beforeEach(async () => {
  of = await parties()
  contractId = (await contract.made(of, { startsOn: '2026-02-01', endsOn: '2029-01-31' })).id
  await contract.live(of, contractId, '2026-02-10', noon)
  one = await gateway()
})

const used = (id: string, day: string, quantity: number, given: Partial<Recorded> = {}): Recorded => ({
  id,
  module: 'openpath-core',
  practice: of.practice.code!,
  day,
  meter: 'message',
  quantity,
  ...given,
})
async function send(sequence: number, records: Recorded[]) {
  expect(await receiveUsage(contextOf(), one.batch(sequence, records))).toMatchObject({ status: 200 })
  const { id } = await db.usageBatch.findFirstOrThrow({ where: { sequence } })
  // A reaction may run twice.
  for (let twice = 0; twice < 2; twice++)
    await rateUsageWhenAccepted(contextOf(), { about: { type: 'UsageBatch', id } } as never)
}
const february = async () =>
  (await listUsageOfMonth(db, contractId, '2026-02-01')).map(({ meter, calls }) => [meter, calls])
const states = async () => (await db.usageBatch.findMany({ orderBy: { sequence: 'asc' } })).map(({ state }) => state)

describe('recorded use', () => {
  it('counts once for the site that was in use that day, by month and meter', async () => {
    await send(1, [
      used('a', '2026-02-10', 5),
      used('b', '2026-02-28', 6),
      used('c', '2026-03-01', 9),
      used('d', '2026-02-11', 2, { meter: 'letter' }),
    ])
    expect(await february()).toEqual([
      ['letter', 2n],
      ['message', 11n],
    ])
    expect(await states()).toEqual(['rated'])
    expect(await db.event.count({ where: { name: 'UsageCounted' } })).toBe(1)
  })

  it('G4: before go-live, of another practice, module or nobody’s code is kept as unmatched and never counted', async () => {
    await send(1, [
      used('a', '2026-02-09', 5),
      used('b', '2026-02-11', 5, { practice: 'Z99999' }),
      used('c', '2026-02-11', 5, { module: 'another' }),
    ])
    expect(await february()).toEqual([])
    expect(await db.usageRecord.count({ where: { siteId: null } })).toBe(3)
    expect(await db.event.count({ where: { name: 'UsageCounted' } })).toBe(0)
  })

  it('G5: no calls cost nothing, and W7: the month is rounded once', async () => {
    await send(
      1,
      Array.from({ length: 19 }, (_, i) => used(`r${i}`, `2026-02-${10 + i}`, 41_152)),
    )
    expect(await february()).toEqual([['message', 19n * 41_152n]])
    const price = {
      basis: 'on-demand',
      unit: 'message',
      tiers: [{ from: 1, unitPrice: '35' }],
    } as unknown as Parameters<typeof priceOfCalls>[0]
    expect(priceOfCalls(price, 30n * 41_152n).netPence).toBe(43_210n)
    expect(priceOfCalls(price, 0n).netPence).toBe(0n)
  })

  it('G7: a later word on a record takes the place of the earlier one, and the contract is told', async () => {
    await send(1, [used('a', '2026-02-10', 5)])
    await send(2, [used('a', '2026-02-10', 3), used('b', '2026-02-11', 1)])
    expect(await february()).toEqual([['message', 4n]])
    expect(await states()).toEqual(['superseded', 'rated'])
    await send(3, [used('a', '2026-02-09', 3)])
    // Moved to a day on which the site was not in use yet: the earlier word does not come back.
    expect(await february()).toEqual([['message', 1n]])
    const told = await db.event.findMany({ where: { name: 'UsageCounted' } })
    expect(told.map(({ aboutId }) => aboutId)).toEqual([contractId, contractId, contractId])
  })
})
