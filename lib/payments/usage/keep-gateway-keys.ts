import 'server-only'
import { createPublicKey } from 'node:crypto'
import { grantOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { AddGatewayKeyInput } from './gateway-key-schema'
import { ensureIssuer, findAlarms, findBatches, findKeys, insertKey, revokeKey } from './gateway-key-store'

/** A curator lets a gateway report use: its first key makes it known, a further one takes the former's place from its day on (G1). */
export function addGatewayKey(ctx: Context, input: AddGatewayKeyInput): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    if (!isCurator(ctx)) return refuse({ kind: 'not-found' })
    if (!isEd25519(input.publicKeyPem))
      return invalidField(
        'publicKeyPem',
        'This is not a public key of Ed25519 in PEM, which begins with -----BEGIN PUBLIC KEY-----',
      )
    const { issuer, ...key } = input
    const id = newId()
    const by = { addedById: ctx.actor.userId, addedAt: ctx.now }
    const issuerId = await ensureIssuer(tx, { code: issuer, ...by })
    if (!(await insertKey(tx, { id, issuerId, ...key, ...by })))
      return invalidField('keyId', 'This id names another key already')
    await record(tx, ctx, {
      name: 'GatewayKeyAdded',
      about: { type: 'GatewayIssuer', id: issuerId },
      data: { keyId: key.keyId },
    })
    return ok({ id })
  })
}

/** From this instant the key signs nothing any more. */
export function revokeGatewayKey(ctx: Context, { id }: { id: string }): Promise<Result<undefined>> {
  return transaction(async (tx) => {
    if (!isCurator(ctx)) return refuse({ kind: 'not-found' })
    const issuerId = await revokeKey(tx, id, ctx.actor.userId, ctx.now)
    if (!issuerId) return refuse({ kind: 'stale' })
    await record(tx, ctx, { name: 'GatewayKeyRevoked', about: { type: 'GatewayIssuer', id: issuerId }, data: { id } })
    return ok(undefined)
  })
}

/** Keys, the last batches and alarms, for a curator; undefined for everybody else. */
export async function listGateways(ctx: Context) {
  if (!isCurator(ctx)) return undefined
  return { keys: await findKeys(db), batches: await findBatches(db), alarms: await findAlarms(db) }
}
export type Gateways = NonNullable<Awaited<ReturnType<typeof listGateways>>>

const isCurator = (ctx: Context): boolean => grantOf(ctx.actor, 'curator') !== undefined

function isEd25519(pem: string): boolean {
  try {
    return pem.startsWith('-----BEGIN PUBLIC KEY-----') && createPublicKey(pem).asymmetricKeyType === 'ed25519'
  } catch {
    return false
  }
}
