import 'server-only'
import { publicKeyOf } from '@/lib/conformance/evidence/raw-keys'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { findKeys } from './key-store'
import { addWitness, endWitnessOf, findWitnesses, type NamedWitness } from './witness-store'

export const listWitnesses = (): Promise<NamedWitness[]> => findWitnesses(db)

/** Names who may co-sign checkpoints (EV-05): somebody independent of the portal, so never with a key of the log's own. */
export function nameWitness(ctx: Context, witness: NamedWitness): Promise<Result<void>> {
  return transaction(async (tx) => {
    if (!/^[^\s+]{1,100}$/.test(witness.name)) return invalidField('name', 'A name has no space and no plus sign')
    if (!isKey(witness.publicKey)) return invalidField('publicKey', 'Enter the 32 bytes of an Ed25519 key in base64')
    const keys = await findKeys(tx)
    if (keys.some((key) => key.publicKey === witness.publicKey || key.keyId === witness.name))
      return invalidField('publicKey', 'The log is no witness of itself')
    if (!(await addWitness(tx, witness, ctx.now)))
      return refuse({ kind: 'conflict', because: 'A witness of that name or with that key was named before' })
    const data = { publicKey: witness.publicKey }
    await record(tx, ctx, { name: 'LogWitnessNamed', about: { type: 'LogWitness', id: witness.name }, data })
    return ok(undefined)
  })
}

/** From now on the witness counts no more; what it co-signed stays stored. Its name and key are not given out again. */
export function endWitness(ctx: Context, name: string): Promise<Result<void>> {
  return transaction(async (tx) => {
    if (!(await endWitnessOf(tx, name, ctx.now))) return refuse({ kind: 'not-found' })
    await record(tx, ctx, { name: 'LogWitnessEnded', about: { type: 'LogWitness', id: name } })
    return ok(undefined)
  })
}

function isKey(raw: string): boolean {
  const bytes = Buffer.from(raw, 'base64')
  if (bytes.length !== 32 || bytes.toString('base64') !== raw) return false
  return publicKeyOf(raw).asymmetricKeyType === 'ed25519'
}
