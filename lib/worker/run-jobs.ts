import type PgBoss from 'pg-boss'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { logger } from '@/lib/platform/logger'
import { completeJob, failJob, fetchJobs } from './job-queue'
import type { Subscriptions } from './reaction'

/** Runs the jobs that are ready. @returns how many there were. A job that fails waits longer each time, then gives up loudly. */
export async function runJobs(boss: PgBoss, subscriptions: Subscriptions): Promise<number> {
  const jobs = await fetchJobs(boss)
  for (const job of jobs) {
    const { reaction, event } = job.data
    const react = subscriptions[event.name]?.[reaction]
    try {
      const ctx = { actor: system, now: now(), requestId: newId() }
      await react?.(ctx, { ...event, id: BigInt(event.id), at: new Date(event.at) })
      await completeJob(boss, job.id)
    } catch (error) {
      const last = job.retryCount >= job.retryLimit
      logger[last ? 'fatal' : 'warn'](
        { err: error, reaction, eventId: event.id, tries: job.retryCount + 1 },
        last ? 'a reaction gave up' : 'a reaction failed and will be tried again',
      )
      await failJob(boss, job.id, error as Error)
    }
  }
  return jobs.length
}
