import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { logger } from '@/lib/platform/logger'
import { beat } from './cursor-store'

/**
 * Says every few seconds that the worker lives, beside its work and not between two jobs: one long import is no silence.
 * @returns how to stop.
 */
export function startHeartbeat(everyMs = 5_000): () => void {
  const once = () => beat(db, now()).catch((error: Error) => logger.error({ err: error }, 'no heartbeat'))
  void once()
  const timer = setInterval(once, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
