import 'server-only'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { transaction } from '@/lib/platform/transaction'
import { moveBatch } from './move-batch'
import type { UsageBatch } from './usage-batch'
import { type UsageEnvelope, usageEnvelope } from './usage-batch-schema'
import { type GatewayKey, isSigned, keyProblem, placeOf } from './usage-rules'
import { findBatch, findGatewayKey, findLast, insertAlarm, insertBatch, lockIssuer } from './usage-store'

/** What the gateway is answered: 200 taken or known, 202 waits for what is missing, 400 refused, 409 other bytes. */
export type UsageAnswer = { status: 200 | 202 | 400 | 409; words: string; field?: string }

/**
 * Takes a signed batch of an issuer (G1–G3). The same bytes again do nothing; other bytes under a number that was used, or with
 * another batch before them than ours, raise an alarm; one that comes too early waits for those before it.
 */
export async function receiveUsage(ctx: Context, given: unknown): Promise<UsageAnswer> {
  const parsed = usageEnvelope.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { status: 400, words: issue!.message, field: issue!.path.join('.') }
  }
  const bytes = canonicalJson(parsed.data.body)
  return transaction(async (tx) => {
    const key = await findGatewayKey(tx, parsed.data.keyId)
    const problem = keyProblem(key, parsed.data.body.issuer, dayOf(ctx.now))
    if (problem || !key) return { status: 400, words: problem ?? '' }
    if (!isSigned(bytes, parsed.data.signature, key.publicKeyPem))
      return { status: 400, words: 'The signature is not right' }
    await lockIssuer(tx, key.issuer.id)
    return take(tx, ctx, key, parsed.data, bytes)
  })
}

async function take(
  tx: Tx,
  ctx: Context,
  key: GatewayKey,
  { body, signature }: UsageEnvelope,
  bytes: string,
): Promise<UsageAnswer> {
  const [issuerId, hash] = [key.issuer.id, sha256Hex(bytes)]
  const before = await findBatch(tx, issuerId, body.sequence)
  if (before && before.hash === hash)
    return { status: before.state === 'parked' ? 202 : 200, words: `known: ${before.state}` }
  if (before && before.state !== 'refused')
    return alarm(tx, ctx, issuerId, body.sequence, hash, 'other bytes under a number that was used')
  if (before) return { status: 409, words: 'This number was refused' }
  const place = placeOf(body, await findLast(tx, issuerId))
  if (place === 'other-before')
    return alarm(tx, ctx, issuerId, body.sequence, hash, 'another batch before it than the one we have')
  const { sequence, previousHash, from, to } = body
  const id = newId()
  const facts = { issuerId, sequence, previousHash, from, to, hash, keyId: key.keyId, signature, body: bytes }
  await insertBatch(tx, { id, ...facts, recordCount: body.records.length, receivedAt: ctx.now })
  const batch = (await findBatch(tx, issuerId, sequence))!
  await record(tx, ctx, {
    name: 'UsageReceived',
    about: { type: 'UsageBatch', id },
    to: 'received',
    organisationId: null,
    data: { sequence },
  })
  if (place === 'gap') {
    await moveBatch(tx, ctx, batch, 'park')
    return { status: 202, words: 'parked: a batch before it is missing' }
  }
  await moveBatch(tx, ctx, batch, 'accept')
  await takeUp(tx, ctx, batch)
  return { status: 200, words: 'accepted' }
}

/** What waited for this batch goes on in its turn; one that names another batch before it is refused, with an alarm. */
async function takeUp(tx: Tx, ctx: Context, last: UsageBatch): Promise<void> {
  const waiting = await findBatch(tx, last.issuerId, last.sequence + 1)
  if (waiting?.state !== 'parked') return
  if (placeOf(waiting, last) !== 'next') {
    await moveBatch(tx, ctx, waiting, 'refuse', 'It names another batch before it than the one we have')
    await alarm(
      tx,
      ctx,
      waiting.issuerId,
      waiting.sequence,
      waiting.hash,
      'another batch before it than the one we have',
    )
    return
  }
  await moveBatch(tx, ctx, waiting, 'accept')
  await takeUp(tx, ctx, waiting)
}

/** Kept although the batch is not (G2): somebody of the authority must look. */
async function alarm(
  tx: Tx,
  ctx: Context,
  issuerId: string,
  sequence: number,
  hash: string,
  words: string,
): Promise<UsageAnswer> {
  const subject = `batch/${issuerId}/${sequence}/${hash}`
  if (
    await insertAlarm(tx, {
      kind: 'other-bytes',
      issuerId,
      sequence,
      subject,
      words: `Batch ${sequence}: ${words}`,
      raisedAt: ctx.now,
    })
  )
    await record(tx, ctx, {
      name: 'UsageAlarmed',
      about: { type: 'GatewayIssuer', id: issuerId },
      organisationId: null,
      data: { sequence, hash },
    })
  return { status: 409, words }
}
