import 'server-only'
import { join } from 'node:path'
import { addSigned } from '@/lib/assurance/evidence-log/add-signed'
import { listUnloggedFacts } from '@/lib/assurance/evidence-log/list-unlogged-facts'
import { getLogState, readRoot } from '@/lib/assurance/evidence-log/read-log'
import { nameKeys, saveCheckpoint } from '@/lib/assurance/evidence-log/save-checkpoint'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { transaction } from '@/lib/platform/transaction'
import { askSigner } from './ask-signer'
import { rotateKeys, signWithKeyInUse } from './key-in-use'

/** So many facts are signed and added at once. */
export const factsInOneSigning = 500
/** How old a checkpoint may get while the log grows (EV-05: hourly). */
const checkpointMs = 3_600_000

/**
 * By time: what was found and decided is signed and added to the evidence log; once an hour, if it grew, its state is signed as
 * a checkpoint, or at once where somebody waits for it. A kill between signing and adding loses a signature, never a fact: the next turn signs it again.
 */
export async function keepEvidenceLog(ctx: Context, { atOnce = false } = {}): Promise<void> {
  const origin = `${new URL(env().publicUrl).host}/evidence-log`
  await rotateKeys(ctx)
  const next = () => listUnloggedFacts(factsInOneSigning)
  for (let facts = await next(); facts.length > 0; facts = await next()) {
    const values = facts.map((fact) => fact.value)
    const { envelopes, keyId } = await signWithKeyInUse(ctx, 'officers', values)
    const signed = facts.map(({ subjectType, subjectId }, i) => ({ subjectType, subjectId, envelope: envelopes[i]! }))
    await addSigned(ctx, keyId, signed)
  }
  const { size, checkpoint } = await getLogState()
  const isDue = atOnce || !checkpoint || ctx.now.getTime() - checkpoint.madeAt.getTime() >= checkpointMs
  if (size === (checkpoint?.size ?? 0) || !isDue) return
  const root = (await readRoot(db, size)).toString('base64')
  const { note, publicKey } = await askSigner({ values: [], checkpoint: { origin, size, root } }, logKeyFile())
  await transaction(async (tx) => {
    await nameKeys(tx, ctx, [{ keyId: origin, use: 'log', publicKey }])
    return saveCheckpoint(tx, ctx, note!, { name: origin, publicKey })
  })
}

const logKeyFile = () => join(env().DATA_DIR, 'keys', 'log.pem')
