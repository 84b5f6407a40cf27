import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { Posting } from './ledger'
import { postingHash, postingProblem, reversedEntries } from './ledger-rules'
import { findTransaction, insertTransaction } from './ledger-store'

/**
 * Posts once for a key, inside the caller's transaction, which has asked its own policy. Pence above 0 is a debit, below 0 a
 * credit; they sum to nothing (M5). The same key with the same body answers the same transaction and `again`; with another
 * body it is refused (M6).
 */
export async function postTransaction(
  tx: Tx,
  ctx: Context,
  posting: Posting,
): Promise<Result<{ id: string; again: boolean }>> {
  const problem = postingProblem(posting.entries)
  if (problem) return refuse({ kind: 'conflict', because: problem })
  const { about, ...rest } = posting
  const row = {
    ...rest,
    id: newId(),
    aboutType: about.type,
    aboutId: about.id,
    bodySha256: postingHash(posting),
    byId: ctx.actor.userId,
    postedAt: ctx.now,
  }
  if (await insertTransaction(tx, row)) return ok({ id: row.id, again: false })
  const before = await findTransaction(tx, { key: posting.key })
  if (before?.bodySha256 === row.bodySha256) return ok({ id: before.id, again: true })
  return refuse({
    kind: 'conflict',
    because: before ? 'This key has posted something else already' : 'This posting was taken back already',
  })
}

/** Takes a whole transaction back by one that is linked to it; a second time it is refused, the same key answers the same. */
export async function reverseTransaction(
  tx: Tx,
  ctx: Context,
  { key, kind, of }: { key: string; kind: string; of: string },
): Promise<Result<{ id: string; again: boolean }>> {
  const first = await findTransaction(tx, { key: of })
  if (!first) return refuse({ kind: 'not-found' })
  return postTransaction(tx, ctx, {
    key,
    kind,
    about: first.about,
    entries: reversedEntries(first.entries),
    reversesId: first.id,
  })
}
