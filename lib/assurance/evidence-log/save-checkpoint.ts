import 'server-only'
import { openNote } from '@/lib/conformance/evidence/checkpoint'
import { publicKeyOf } from '@/lib/conformance/evidence/raw-keys'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { invalidField, ok, type Result } from '@/lib/platform/refusal'
import { addKey } from './key-store'
import type { LogKey } from './log'
import { addCheckpoint } from './log-store'
import { readRoot } from './read-log'

/** Keeps a signed checkpoint (EV-05), only where its signature holds and its root is that of the log's first leaves. */
export async function saveCheckpoint(
  tx: Tx,
  ctx: Context,
  note: string,
  key: { name: string; publicKey: string },
): Promise<Result<void>> {
  const checkpoint = openNote(note, { name: key.name, publicKey: publicKeyOf(key.publicKey) })
  if (!checkpoint) return invalidField('note', 'The checkpoint is not signed by this log')
  if (!(await readRoot(tx, checkpoint.size)).equals(checkpoint.root))
    return invalidField('note', 'The checkpoint has another root than the log')
  await addCheckpoint(tx, { size: checkpoint.size, note, madeAt: ctx.now }, checkpoint.root)
  return ok(undefined)
}

/** Makes public the keys that sign, the first time they are used. */
export async function nameKeys(
  tx: Tx,
  ctx: Context,
  keys: Pick<LogKey, 'keyId' | 'use' | 'publicKey'>[],
): Promise<void> {
  for (const key of keys) await addKey(tx, { ...key, firstUsedAt: ctx.now })
}
