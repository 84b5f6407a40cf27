import { db } from '@/lib/platform/db'

/**
 * Waits until the event feed shows every event there is. It waits for transactions still open anywhere on the server, so
 * another test file's may hold it up for a moment.
 */
export async function settledEvents(): Promise<void> {
  for (;;) {
    const [row] = await db.$queryRaw<{ open: number }[]>`select count(*)::int as open from "Event"
      where "transactionId" >= (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint`
    if (row!.open === 0) return
    await new Promise((done) => setTimeout(done, 10))
  }
}
