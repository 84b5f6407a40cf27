import 'server-only'
import type { Envelope } from '@/lib/conformance/evidence/envelope'
import { openStatement } from '@/lib/conformance/evidence/key-statement'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { invalidField, ok, type Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { appendToLog } from './append-to-log'
import { newestOf } from './key-rules'
import { findKeys, saveStatedKey } from './key-store'
import type { LogKey } from './log'

/** Every key of the log, the oldest first. */
export const listKeys = (): Promise<LogKey[]> => findKeys(db)

/**
 * Names a new key: its statement becomes a leaf, and the key is public (EV-07). The statement must be by the key before it, or by
 * another that counts; the first of a use speaks for itself. Two at once name one; a kill before the end names none, and the
 * next turn finds the same key in its file.
 */
export function nameKey(
  ctx: Context,
  stated: { envelope: Envelope; generation: number; signer: { keyId: string; publicKey: string } },
): Promise<Result<void>> {
  return transaction(async (tx) => {
    const statement = openStatement(stated.envelope, stated.signer)
    if (!statement) return invalidField('envelope', 'The statement is not signed by the key that it names')
    const { keyId, publicKey, use: purpose, from, signedBy } = statement
    const subject = { subjectType: 'LogKey', subjectId: keyId, envelope: stated.envelope }
    // Adding locks the head: what is read after it is the newest that anybody named.
    if ((await appendToLog(tx, ctx, [subject])) === 0) return ok(undefined)
    const keys = await findKeys(tx)
    const [newest, signer] = [newestOf(keys, purpose), keys.find((key) => key.keyId === signedBy)]
    if (stated.generation !== (newest?.generation ?? 0) + 1)
      return invalidField('envelope', 'Another key of that use was named')
    const isFirst = signedBy === keyId
    if (isFirst ? newest !== undefined : signer?.generation == null || signer.revokedFromIndex !== null)
      return invalidField('envelope', 'The statement is by a key that does not count')
    const { generation } = stated
    await saveStatedKey(tx, { keyId, publicKey, purpose, generation, from, signedBy, firstUsedAt: ctx.now })
    return ok(undefined)
  })
}
