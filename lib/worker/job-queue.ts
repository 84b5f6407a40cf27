import { createHash } from 'node:crypto'
import PgBoss from 'pg-boss'
import { logger } from '@/lib/platform/logger'
import type { StoredEvent } from '@/lib/platform/stored-event'

export type ReactionJob = { reaction: string; event: Omit<StoredEvent, 'id' | 'at'> & { id: string; at: string } }

const queue = 'reactions'

/** Opens the queue. It keeps its own tables in the schema `jobs`, made and migrated by the library as the schema's owner. */
export async function openQueue(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: process.env.DATABASE_URL,
    schema: 'jobs',
    application_name: 'job queue',
    max: 3,
    schedule: false,
  })
  boss.on('error', (error) => logger.error({ err: error }, 'job queue'))
  await boss.start()
  await boss.createQueue(queue)
  return boss
}

/** One job for one reaction to one event; the same again does nothing, because its id follows from both. */
export async function enqueue(boss: PgBoss, reaction: string, event: StoredEvent): Promise<void> {
  const data: ReactionJob = { reaction, event: { ...event, id: String(event.id), at: event.at.toISOString() } }
  await boss.send(queue, data, {
    id: jobId(event.id, reaction),
    retryLimit: 4,
    retryDelay: 2,
    retryBackoff: true,
    expireInMinutes: 5,
  })
}

export const fetchJobs = (boss: PgBoss) => boss.fetch<ReactionJob>(queue, { batchSize: 20, includeMetadata: true })
export const completeJob = (boss: PgBoss, id: string) => boss.complete(queue, id)
export const failJob = (boss: PgBoss, id: string, error: Error) => boss.fail(queue, id, { message: error.message })

/** How many jobs somebody began within these seconds and has not ended. What is older, a worker died over. */
export async function countRunning(boss: PgBoss, seconds = 20): Promise<number> {
  const { rows } = await boss.getDb().executeSql(
    `select count(*)::int as running from jobs.job
        where name = $1 and state = 'active' and started_on > now() - make_interval(secs => $2)`,
    [queue, seconds],
  )
  return rows[0].running
}

function jobId(eventId: bigint, reaction: string): string {
  const hex = createHash('sha256').update(`${eventId}/${reaction}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
