import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { type Cursor, feedStart } from '@/lib/platform/event-feed'

const name = 'relay'

export async function findCursor(tx: Tx): Promise<Cursor> {
  return (
    (await tx.feedCursor.findUnique({ where: { name }, select: { transactionId: true, eventId: true } })) ?? feedStart
  )
}

export async function saveCursor(tx: Tx, cursor: Cursor): Promise<void> {
  await tx.feedCursor.upsert({ where: { name }, create: { name, ...cursor }, update: cursor, select: { name: true } })
}

export async function beat(tx: Tx, at: Date): Promise<void> {
  await tx.heartbeat.upsert({
    where: { name: 'worker' },
    create: { name: 'worker', at },
    update: { at },
    select: { name: true },
  })
}
