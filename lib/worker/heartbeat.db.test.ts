import { expect, it } from 'vitest'
import { GET } from '@/app/api/health/route'
import { checkHealth } from '@/lib/audit/check-health'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { useDatabase } from '@/lib/testing/database'
import { startHeartbeat } from './heartbeat'

useDatabase()
const untilItBeats = async () => {
  while ((await db.heartbeat.count()) === 0) await new Promise((done) => setTimeout(done, 20))
}

it('the portal is well while its worker says that it lives, and 503 after half a minute of silence', async () => {
  const silent = await GET()
  expect(silent.status).toBe(503)
  expect(silent.headers.get('cache-control')).toBe('no-store')
  expect(await silent.json()).toMatchObject({ status: 'down', worker: 'gone', database: 'embedded' })
  const stop = startHeartbeat(50)
  await untilItBeats()
  stop()
  const answer = await GET()
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ status: 'ok', worker: 'alive' })
  expect(await checkHealth(new Date(now().getTime() + 31_000))).toMatchObject({ status: 'down', worker: 'gone' })
})

it('the heart beats beside a job that takes long', async () => {
  const stop = startHeartbeat(50)
  await untilItBeats()
  const { at } = await db.heartbeat.findFirstOrThrow()
  await new Promise((done) => setTimeout(done, 400)) // the worker waits for one job all the while
  expect((await db.heartbeat.findFirstOrThrow()).at.getTime()).toBeGreaterThan(at.getTime())
  stop()
})
