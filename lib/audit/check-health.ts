import 'server-only'
import { db } from '@/lib/platform/db'
import { findHeartbeat } from './audit-store'

export type Health = {
  status: 'ok' | 'down'
  database: 'embedded' | 'external' | 'gone'
  worker: 'alive' | 'gone'
  version: string
}

/** The worker says every few seconds that it lives; after half a minute of silence it counts as gone. */
const silenceMs = 30_000

/** Whether the database answers and the worker lives. */
export async function checkHealth(now: Date): Promise<Health> {
  const version = process.env.npm_package_version ?? '0.1.0'
  try {
    const beat = await findHeartbeat(db)
    const alive = beat !== undefined && now.getTime() - beat.getTime() < silenceMs
    const database = process.env.DATABASE_KIND === 'external' ? 'external' : 'embedded'
    return { status: alive ? 'ok' : 'down', database, worker: alive ? 'alive' : 'gone', version }
  } catch {
    return { status: 'down', database: 'gone', worker: 'gone', version }
  }
}
