import { beforeEach, describe, expect, it } from 'vitest'
import { declineFunding } from '@/lib/funding/decline-funding'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { feedStart, readFeed } from '@/lib/platform/event-feed'
import { findCallOff } from '@/lib/procurement/call-offs/call-off-store'
import { signCallOff } from '@/lib/procurement/call-offs/sign-call-off'
import { answer } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { settledEvents } from '@/lib/testing/settled-events'
import { type Buyers, buyers, callOffIn } from '@/prisma/factories/call-off'
import { type MadeModule, module } from '@/prisma/factories/module'
import { person } from '@/prisma/factories/person'
import { drainJobs } from './drain'
import { subscriptions } from './subscriptions'

const database = useDatabase()
let of: Buyers
let made: MadeModule

beforeEach(async () => {
  await database.asOwner('drop schema if exists jobs cascade')
  of = await buyers(noon)
  made = await module.conformant()
})

/** What there is: every row of every table but those of the worker itself, as text. */
async function everything(): Promise<Record<string, string>> {
  const { rows } = await database.asOwner(
    `select tablename from pg_tables where schemaname = 'public' and tablename not in ('FeedCursor', 'Heartbeat', '_prisma_migrations')`,
  )
  const found: Record<string, string> = {}
  for (const { tablename } of rows) {
    const all = await database.asOwner(
      `select coalesce(string_agg(t::text, E'\\n' order by t::text), '') as rows from "${tablename}" t`,
    )
    found[tablename] = all.rows[0].rows
  }
  return found
}

/** Every reaction to every event of the history once more, the newest first. */
async function hearAllAgain(): Promise<string[]> {
  await settledEvents()
  const { events } = await readFeed(db, feedStart, 1_000)
  const names = events
    .reverse()
    .flatMap((event) =>
      Object.entries(subscriptions[event.name] ?? {}).map(([name, react]) => ({ name, react, event })),
    )
  for (const { react, event } of names) await react(contextOf(system, now()), event)
  return names.map(({ name }) => name)
}

const sign = async (id: string, actor: Buyers['approver']) => {
  const { version, termsHash } = (await findCallOff(db, id))!
  expect(await answer(signCallOff(contextOf(actor), { id, version, termsHash }, noon))).toBe('done')
}

describe('every reaction, heard a second time and out of order, changes nothing', () => {
  it('from the funding to the contract', async () => {
    const id = await callOffIn('signing', of, made)
    await sign(id, of.approver)
    await sign(id, await person.signatory(made.supplierId))
    await drainJobs()
    expect(await db.contract.count()).toBe(1)
    const before = await everything()
    const heard = await hearAllAgain()
    expect(heard).toEqual(
      expect.arrayContaining([
        'releaseCallOffWhenFunded',
        'makeContractWhenSigned',
        'tellFundingDecided',
        'tellFundingRequested',
        'orderSwitchWhenContractMade',
      ]),
    )
    expect(await everything()).toEqual(before)
  })

  it('after a decline, when the order was asked for again', async () => {
    const id = await callOffIn('awaiting-funding', of, made)
    const { fundingRequestId } = (await findCallOff(db, id))!
    const declined = { id: fundingRequestId!, version: 1, code: 'no-budget' as const, reason: 'There is none left' }
    expect(await answer(declineFunding(contextOf(of.approver), declined))).toBe('done')
    await drainJobs()
    expect(await findCallOff(db, id)).toMatchObject({ state: 'draft', fundingRequestId: null })
    const before = await everything()
    expect(await hearAllAgain()).toContain('reopenCallOffWhenNotFunded')
    expect(await everything()).toEqual(before)
  })

  it('twice at the same moment makes one contract and one event', async () => {
    const id = await callOffIn('signing', of, made)
    await sign(id, of.approver)
    await sign(id, await person.signatory(made.supplierId))
    await settledEvents()
    const event = (await readFeed(db, feedStart, 1_000)).events.find((e) => e.name === 'CallOffSigned')!
    const hear = () => subscriptions.CallOffSigned!.makeContractWhenSigned!(contextOf(system), event)
    await Promise.allSettled([hear(), hear(), hear(), hear()])
    expect(await db.contract.count()).toBe(1)
    expect(await db.event.count({ where: { name: 'ContractMade' } })).toBe(1)
  })
})
