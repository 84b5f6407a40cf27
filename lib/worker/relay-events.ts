import type PgBoss from 'pg-boss'
import { db } from '@/lib/platform/db'
import { readFeed } from '@/lib/platform/event-feed'
import { findCursor, saveCursor } from './cursor-store'
import { enqueue } from './job-queue'
import type { Subscriptions } from './reaction'

/** Turns the next events into jobs, then moves the cursor: a kill in between repeats the jobs, which then do nothing. */
export async function relayEvents(boss: PgBoss, subscriptions: Subscriptions): Promise<number> {
  const cursor = await findCursor(db)
  const { events, next } = await readFeed(db, cursor, 200)
  for (const event of events)
    for (const reaction of Object.keys(subscriptions[event.name] ?? {})) await enqueue(boss, reaction, event)
  if (events.length > 0) await saveCursor(db, next)
  return events.length
}
