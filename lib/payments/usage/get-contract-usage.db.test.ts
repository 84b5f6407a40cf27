import { beforeEach, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { gateway, type Recorded } from '@/lib/testing/usage-batches'
import { contract, type Parties, parties } from '@/prisma/factories/contract'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { getContractUsage } from './get-contract-usage'
import { rateUsageWhenAccepted } from './rate-usage-when-accepted'
import { receiveUsage } from './receive-usage'

useDatabase()
let of: Parties
let contractId: string
beforeEach(async () => {
  of = await parties()
  contractId = (await contract.made(of, { startsOn: '2026-02-01', endsOn: '2029-01-31' })).id
  await contract.live(of, contractId, '2026-02-10', noon)
  const one = await gateway()
  for (const [i, records] of said().entries()) {
    await receiveUsage(contextOf(), one.batch(i + 1, records))
    const { id } = await db.usageBatch.findFirstOrThrow({ where: { sequence: i + 1 } })
    await rateUsageWhenAccepted(contextOf(), { about: { type: 'UsageBatch', id } } as never)
  }
})

const used = (id: string, day: string, quantity: number, given: Partial<Recorded> = {}): Recorded => ({
  ...{ id, module: 'openpath-core', practice: of.practice.code!, day, meter: 'message', quantity },
  ...given,
})
const said = () => [
  [
    used('a', '2026-02-09', 2),
    used('b', '2026-02-10', 5),
    used('c', '2026-02-10', 7),
    used('d', '2026-02-11', 1, { practice: 'Z99999' }),
    used('e', '2026-03-01', 4),
  ],
  [used('c', '2026-02-10', 6)],
]
const ask = (actor: Actor, asked = {}) =>
  getContractUsage(contextOf(actor), contractId, { month: '2026-02', practice: '', ...asked })

it('G4, G7: the last words of a month by day and meter, with what is never priced, and nobody else’s', async () => {
  const usage = (await ask(of.manager))!
  expect(usage.days).toEqual([
    { day: '2026-02-09', meter: 'message', counted: 0n, unpriced: 2n, records: 1 },
    { day: '2026-02-10', meter: 'message', counted: 11n, unpriced: 0n, records: 2 },
  ])
  expect(usage.months).toEqual(['2026-03-01', '2026-02-01'])
  expect((await ask(of.manager, { month: '' }))?.month).toBe('2026-03-01')
  expect((await ask(of.manager, { month: '2026-05' }))?.days).toEqual([])
  expect((await ask(of.manager, { practice: of.practice.id }))?.days).toHaveLength(2)
})

it('supplier, payer and practice read it; for everybody else there is nothing', async () => {
  for (const actor of [of.manager, of.gainingSignatory, of.approver]) expect((await ask(actor))?.rows).toHaveLength(2)
  const strangers = [
    await person.practiceManager((await organisation.practice()).id),
    await person.signatory((await organisation.supplier()).id),
    await person.officer((await organisation.authority()).id),
  ]
  for (const actor of strangers) expect(await ask(actor)).toBeUndefined()
  expect(await getContractUsage(contextOf(of.manager), 'not-an-id', { month: '', practice: '' })).toBeUndefined()
})
