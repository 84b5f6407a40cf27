import type PgBoss from 'pg-boss'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { newId } from '@/lib/platform/ids'
import { logger } from '@/lib/platform/logger'
import { sendWaitingMail } from '@/lib/platform/mail'
import { clockwork } from './clock'
import { startHeartbeat } from './heartbeat'
import { openQueue } from './job-queue'
import { workOnPlans } from './plans/work-on-plans'
import { relayEvents } from './relay-events'
import { runJobs } from './run-jobs'
import { workOutside } from './runs/work-outside'
import { subscriptions } from './subscriptions'

// The worker process. It ends when its parent does, so that nothing is left behind after a kill.
let stopping = false
process.on('disconnect', stop)
process.on('SIGTERM', stop)
process.on('SIGINT', () => undefined) // the launcher says when

const boss = await openQueue()
const everyClockMs = 60_000
let lastClock = 0
const stopHeartbeat = startHeartbeat()
process.send?.('ready')
void keepWorkingOutside()
void keepSolving()

while (!stopping) {
  try {
    const moved = await turn(boss)
    if (moved === 0) await pause(250)
  } catch (error) {
    logger.error({ err: error }, 'the worker will try again in two seconds')
    await pause(2_000)
  }
}
stopHeartbeat()
await boss.stop({ graceful: true, timeout: 5_000 })
await db.$disconnect()
process.exit(0)

async function turn(queue: PgBoss): Promise<number> {
  const at = now()
  if (at.getTime() - lastClock > everyClockMs) {
    lastClock = at.getTime()
    await lookAtTheClock(at)
  }
  const moved = (await relayEvents(queue, subscriptions)) + (await runJobs(queue, subscriptions))
  const { SMTP_URL, publicUrl } = env()
  return moved + (await sendWaitingMail(context(at), SMTP_URL, `no-reply@${new URL(publicUrl).hostname}`))
}

/** Beside the reactions: a run at a supplier's endpoint lasts minutes. A stop does not wait for it; it is taken up again. */
async function keepWorkingOutside(): Promise<void> {
  while (!stopping) {
    const moved = await workOutside(context(now())).catch((error: Error) => {
      logger.error({ err: error }, 'work outside will be tried again')
      return 0
    })
    if (moved === 0) await pause(500)
  }
}

/** Plans are solved in threads, so that nothing here waits for them; one that is broken off by a stop is taken up again. */
async function keepSolving(): Promise<void> {
  while (!stopping) {
    await workOnPlans(context(now())).catch((error: Error) =>
      logger.error({ err: error }, 'plans will be looked at again'),
    )
    await pause(250)
  }
}

async function lookAtTheClock(at: Date): Promise<void> {
  for (const [name, work] of Object.entries(clockwork)) {
    await work(context(at)).catch((error: Error) =>
      logger.error({ err: error, name }, 'work that was due by time failed'),
    )
  }
}

function context(at: Date) {
  return { actor: system, now: at, requestId: newId() }
}

function stop(): void {
  stopping = true
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}
