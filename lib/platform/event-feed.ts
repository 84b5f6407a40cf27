import 'server-only'
import type { Tx } from './db'
import type { StoredEvent } from './stored-event'

export type Cursor = { transactionId: bigint; eventId: bigint }
export const feedStart: Cursor = { transactionId: 0n, eventId: 0n }

type Row = {
  id: bigint
  name: string
  aboutType: string
  aboutId: string
  fromState: string | null
  toState: string | null
  organisationId: string | null
  data: Record<string, unknown>
  at: Date
  transactionId: bigint
}

/**
 * Events after `cursor` whose transactions were finished before the oldest one still open began. Ids are given before
 * commit, so a reader by `id > cursor` alone loses the rows of slower writers; this one loses none.
 */
export async function readFeed(
  tx: Tx,
  cursor: Cursor,
  limit: number,
): Promise<{ events: StoredEvent[]; next: Cursor }> {
  const rows = await tx.$queryRaw<Row[]>`
    select id, name, "aboutType", "aboutId", "fromState", "toState", "organisationId", data, at, "transactionId" from "Event"
    where ("transactionId", id) > (${cursor.transactionId}, ${cursor.eventId})
      and "transactionId" < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint
    order by "transactionId", id limit ${limit}`
  const last = rows.at(-1)
  return {
    events: rows.map(toStoredEvent),
    next: last ? { transactionId: last.transactionId, eventId: last.id } : cursor,
  }
}

function toStoredEvent(row: Row): StoredEvent {
  const { id, name, aboutType, aboutId, fromState, toState, organisationId, data, at } = row
  return { id, name, about: { type: aboutType, id: aboutId }, from: fromState, to: toState, organisationId, data, at }
}
