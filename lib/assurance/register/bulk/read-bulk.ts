import 'server-only'
import { gunzipSync } from 'node:zlib'
import { db } from '@/lib/platform/db'
import { type BulkFormat, type Checkpoint, findCheckpoint, findPart } from './bulk-store'

/** What the newest bulk holds: public; undefined before the first night. */
export const getBulkCheckpoint = (): Promise<Checkpoint | undefined> => findCheckpoint(db)

/** The newest file, read from the database part by part as fast as its reader takes it: public. */
export async function streamBulk(
  format: BulkFormat,
): Promise<{ checkpoint: Checkpoint; body: ReadableStream<Uint8Array> } | undefined> {
  const checkpoint = await findCheckpoint(db)
  if (!checkpoint) return undefined
  let number = 0
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const part = await findPart(db, checkpoint.asOf, format, number++)
        if (part) controller.enqueue(new Uint8Array(gunzipSync(part)))
        else controller.close()
      },
    },
    { highWaterMark: 1 },
  )
  return { checkpoint, body }
}
