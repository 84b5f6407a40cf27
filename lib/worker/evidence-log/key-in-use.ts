import 'server-only'
import { join } from 'node:path'
import { fileOfKey, newestOf, signerOfNext, signsOn } from '@/lib/assurance/evidence-log/key-rules'
import type { LogKey } from '@/lib/assurance/evidence-log/log'
import { listKeys, nameKey } from '@/lib/assurance/evidence-log/name-key'
import type { KeyUse } from '@/lib/conformance/evidence/key-statement'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { env } from '@/lib/platform/env'
import { askSigner } from './ask-signer'

type KeyInUse = { keyId: string; publicKey: string; file: string }
const pathOf = (use: KeyUse, generation: number) => join(env().DATA_DIR, 'keys', fileOfKey(use, generation))

/** The key that signs for a use today; by the clock, or after a revocation, its successor is made and named first (EV-07). */
export async function keyInUse(ctx: Context, use: KeyUse): Promise<KeyInUse> {
  const newest = newestOf(await listKeys(), use)
  if (newest && signsOn(newest, dayOf(ctx.now))) return inUse(newest)
  await makeAndName(ctx, use)
  const named = newestOf(await listKeys(), use)
  if (!named || !signsOn(named, dayOf(ctx.now))) throw new Error(`No key signs for the ${use}`)
  return inUse(named)
}

/** By the clock: both keys, also where nothing is to be signed. */
export async function rotateKeys(ctx: Context): Promise<void> {
  await keyInUse(ctx, 'officers')
  await keyInUse(ctx, 'runner')
}

/** Signs values with the key in use. @throws where its file holds another key than the one that was named. */
export async function signWithKeyInUse(ctx: Context, use: KeyUse, values: object[]) {
  const key = await keyInUse(ctx, use)
  const signedOn = dayOf(ctx.now)
  const answer = await askSigner({ values: values.map((value) => ({ ...value, signedOn })) }, key.file)
  if (answer.keyId !== key.keyId) throw new Error(`The file of ${key.keyId} holds another key`)
  return answer
}

const inUse = (key: LogKey): KeyInUse => ({
  keyId: key.keyId,
  publicKey: key.publicKey,
  file: pathOf(key.purpose!, key.generation!),
})

/** A kill after the file was made and before the key is named is taken up here: the file is there, so the same key is named. */
async function makeAndName(ctx: Context, use: KeyUse): Promise<void> {
  const keys = await listKeys()
  const generation = (newestOf(keys, use)?.generation ?? 0) + 1
  const [first, file] = [generation === 1, pathOf(use, generation)]
  const voucher = first ? undefined : signerOfNext(keys, use)
  if (!first && !voucher) throw new Error('Every key is revoked: none is left that could vouch for another')
  const signerFile = voucher ? pathOf(voucher.purpose!, voucher.generation!) : file
  const from = first ? await firstDayOf(ctx, keys, file) : dayOf(ctx.now)
  const { stated, ...signer } = await askSigner({ values: [], next: { use, from } }, signerFile, file)
  if (voucher && signer.keyId !== voucher.keyId) throw new Error(`The file of ${voucher.keyId} holds another key`)
  const named = await nameKey(ctx, { envelope: stated!.envelope, generation, signer })
  if (!named.ok) throw new Error(`The key ${stated!.keyId} was not named: ${JSON.stringify(named.refusal)}`)
}

/** A key that signed before keys were stated began on the day of its first use. */
async function firstDayOf(ctx: Context, keys: LogKey[], file: string) {
  const unstated = keys.filter((key) => key.use === 'evidence' && key.from === null)
  if (unstated.length === 0) return dayOf(ctx.now)
  const { keyId } = await askSigner({ values: [] }, file)
  return dayOf(unstated.find((key) => key.keyId === keyId)?.firstUsedAt ?? ctx.now)
}
