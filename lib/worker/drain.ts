import { setTimeout as sleep } from 'node:timers/promises'
import { db } from '@/lib/platform/db'
import { countRunning, openQueue } from './job-queue'
import { relayEvents } from './relay-events'
import { runJobs } from './run-jobs'
import { subscriptions } from './subscriptions'

/**
 * Relays and runs until nothing is left to do, here or in a worker that runs beside this one: what tests call instead of sleeping.
 */
export async function drainJobs(): Promise<number> {
  const boss = await openQueue()
  let done = 0
  try {
    for (let idle = 0; idle < 2; ) {
      const moved = (await relayEvents(boss, subscriptions)) + (await runJobs(boss, subscriptions))
      done += moved
      idle = moved === 0 ? idle + 1 : 0
      const [{ open } = { open: 0 }] = await db.$queryRaw<
        { open: number }[]
      >`select count(*)::int as open from "Event" where "transactionId" >= (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint`
      if (open > 0) idle = 0
      if (idle > 0 && (await countRunning(boss)) > 0) {
        idle = 0
        await sleep(50)
      }
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  return done
}
