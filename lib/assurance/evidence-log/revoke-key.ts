import 'server-only'
import type { Context } from '@/lib/platform/context'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { findKeys, saveRevocation } from './key-store'
import { lockHead } from './log-store'

export const revocationReasons = ['stolen', 'lost', 'by-mistake'] as const
export type Revocation = { keyId: string; fromIndex?: number; because: (typeof revocationReasons)[number] }

/**
 * Revokes a key from a place of the log on (EV-07): leaves before it stay good, leaves at it and after it are accepted no more. Left out,
 * the place is the end of the log. A revocation may reach further back later, never less far.
 */
export function revokeKey(ctx: Context, { keyId, fromIndex, because }: Revocation): Promise<Result<number>> {
  return transaction(async (tx) => {
    // Nobody adds a leaf meanwhile: the end of the log is its end.
    const size = await lockHead(tx)
    const key = (await findKeys(tx)).find((one) => one.keyId === keyId && one.use === 'evidence')
    if (!key) return refuse({ kind: 'not-found' })
    const from = fromIndex ?? size
    if (from > size) return invalidField('fromIndex', `The log has ${size} leaves: a revocation cannot begin later`)
    if (key.revokedFromIndex !== null && key.revokedFromIndex <= from)
      return refuse({ kind: 'conflict', because: `The key is revoked from place ${key.revokedFromIndex} on already` })
    await saveRevocation(tx, keyId, from)
    await record(tx, ctx, { name: 'LogKeyRevoked', about: { type: 'LogKey', id: keyId }, data: { from, because } })
    return ok(from)
  })
}
