import type PgBoss from 'pg-boss'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { db } from '@/lib/platform/db'
import { logger } from '@/lib/platform/logger'
import { record } from '@/lib/platform/record'
import { transaction } from '@/lib/platform/transaction'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { settledEvents } from '@/lib/testing/settled-events'
import { openQueue } from './job-queue'
import type { Subscriptions } from './reaction'
import { relayEvents } from './relay-events'
import { runJobs } from './run-jobs'

const database = useDatabase()
let boss: PgBoss
let heard: string[]
const heardBy = (name: string) => async (_: unknown, event: { about: { id: string } }) => {
  heard.push(`${name} ${event.about.id}`)
}
const subscriptions: Subscriptions = { ThingHappened: { one: heardBy('one'), two: heardBy('two') } }
const happen = async (id: string, name = 'ThingHappened') => {
  await transaction((tx) => record(tx, contextOf(), { name, about: { type: 'Thing', id }, data: { pence: 12n } }))
  await settledEvents()
}
const jobs = async () =>
  (await database.asOwner(`select count(*)::int as n from jobs.job where name = 'reactions'`)).rows[0].n
const wake = () =>
  database.asOwner(`update jobs.job set start_after = now() - interval '1 minute' where state < 'active'`)
const forgetCursor = () => db.feedCursor.deleteMany()

async function untilNothingIsLeft(given: Subscriptions): Promise<void> {
  for (let ran = -1; ran !== 0; ran = await runJobs(boss, given)) await wake()
}

beforeAll(async () => {
  boss = await openQueue()
})
beforeEach(async () => {
  heard = []
  await database.asOwner('delete from jobs.job')
})
afterAll(() => boss.stop({ graceful: false }))

describe('the relay', () => {
  it('makes one job for each reaction to an event, and none for an event that nobody waits for', async () => {
    await happen('a')
    await happen('b', 'NobodyWaits')
    expect(await relayEvents(boss, subscriptions)).toBe(2)
    expect(await jobs()).toBe(2)
    expect(await relayEvents(boss, subscriptions)).toBe(0)
    await untilNothingIsLeft(subscriptions)
    expect(heard.sort()).toEqual(['one a', 'two a'])
  })

  it('hands on the event as it stands in the history', async () => {
    await happen('a')
    await relayEvents(boss, subscriptions)
    const got: unknown[] = []
    const note = async (_: unknown, event: unknown) => void got.push(event)
    await untilNothingIsLeft({ ThingHappened: { one: note } })
    expect(got).toEqual([expect.objectContaining({ id: 1n, at: contextOf().now, data: { pence: '12' } })])
  })

  it('killed between job and cursor repeats nothing, whether the job has run by then or not', async () => {
    await happen('a')
    await relayEvents(boss, subscriptions)
    await forgetCursor()
    await relayEvents(boss, subscriptions)
    expect(await jobs()).toBe(2)
    await untilNothingIsLeft(subscriptions)
    await forgetCursor()
    await relayEvents(boss, subscriptions)
    await untilNothingIsLeft(subscriptions)
    expect(heard.sort()).toEqual(['one a', 'two a'])
  })

  it('killed between two jobs loses none', async () => {
    await happen('a')
    let sent = 0
    const dying = new Proxy(boss, {
      get: (real, key) =>
        key === 'send'
          ? (...given: Parameters<PgBoss['send']>) =>
              ++sent === 2 ? Promise.reject(new Error('killed')) : (real.send as (...g: unknown[]) => unknown)(...given)
          : Reflect.get(real, key),
    })
    await expect(relayEvents(dying, subscriptions)).rejects.toThrow('killed')
    expect(await jobs()).toBe(1)
    await relayEvents(boss, subscriptions)
    await untilNothingIsLeft(subscriptions)
    expect(heard.sort()).toEqual(['one a', 'two a'])
  })

  it('two relays and four workers at once: each reaction once', async () => {
    for (let i = 0; i < 25; i++) await happen(String(i))
    await Promise.all([relayEvents(boss, subscriptions), relayEvents(boss, subscriptions)])
    const worker = async () => {
      while ((await runJobs(boss, subscriptions)) > 0);
    }
    await Promise.all([worker(), worker(), worker(), worker()])
    expect(heard).toHaveLength(50)
    expect(new Set(heard).size).toBe(50)
  })
})

describe('a reaction that fails', () => {
  it('is tried five times, then gives up loudly; the others go on', async () => {
    const [warn, fatal] = [vi.spyOn(logger, 'warn'), vi.spyOn(logger, 'fatal')]
    let tries = 0
    const failing: Subscriptions = {
      ThingHappened: {
        one: async () => {
          tries += 1
          throw new Error('out of order')
        },
        two: heardBy('two'),
      },
    }
    await happen('a')
    await happen('b')
    await relayEvents(boss, failing)
    await untilNothingIsLeft(failing)
    expect(tries).toBe(10)
    expect(heard.sort()).toEqual(['two a', 'two b'])
    expect(warn).toHaveBeenCalledTimes(8)
    expect(fatal.mock.calls.map(([entry]) => entry)).toEqual([
      expect.objectContaining({ reaction: 'one', eventId: '1', tries: 5 }),
      expect.objectContaining({ reaction: 'one', eventId: '2', tries: 5 }),
    ])
    vi.restoreAllMocks()
  })

  it('once and then works has been done once', async () => {
    vi.spyOn(logger, 'warn').mockReturnValue(undefined)
    let tries = 0
    const shaky: Subscriptions = {
      ThingHappened: {
        one: async () => {
          if (++tries === 1) throw new Error('not yet')
          heard.push('one')
        },
      },
    }
    await happen('a')
    await relayEvents(boss, shaky)
    await untilNothingIsLeft(shaky)
    expect(heard).toEqual(['one'])
    vi.restoreAllMocks()
  })
})
