import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { publicKeyOf, rawKeyOf } from './raw-keys'

/**
 * EV-05: a witness's line under a checkpoint (C2SP tlog-cosignature, cosignature/v1): that at that second it saw this state of
 * the log, grown from every state that it saw before. Written as a signed note's line, its signature begins with the time.
 */
export type Witness = { name: string; publicKey: string }
export type Cosignature = { name: string; seconds: number }

/** The first four bytes of SHA-256(name ‖ 0x0A ‖ 0x04 ‖ public key): 0x04 is the type of these signatures. */
function keyHash(name: string, raw: Buffer): Buffer {
  const hash = createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.from([4]))
  return hash.update(raw).digest().subarray(0, 4)
}

const message = (text: string, seconds: number) => Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`)

/** A witness's line for the text of a checkpoint. */
export function cosign(text: string, seconds: number, witness: { name: string; privateKeyPem: string }): string {
  const key = createPrivateKey(witness.privateKeyPem)
  const raw = Buffer.from(rawKeyOf(createPublicKey(key)), 'base64')
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(seconds))
  const bytes = Buffer.concat([keyHash(witness.name, raw), time, sign(null, message(text, seconds), key)])
  return `— ${witness.name} ${bytes.toString('base64')}`
}

/** Whose line it says it is. */
export const witnessNameOf = (line: string): string | undefined =>
  /^— ([^\s+]{1,100}) [A-Za-z0-9+/]{102}==$/.exec(line)?.[1]

/** Reads a witness's line where that witness wrote it under exactly this text; undefined where it did not. */
export function openCosignature(text: string, line: string, { name, publicKey }: Witness): Cosignature | undefined {
  if (witnessNameOf(line) !== name) return undefined
  const value = line.slice(line.lastIndexOf(' ') + 1)
  const bytes = Buffer.from(value, 'base64')
  const key: KeyObject = publicKeyOf(publicKey)
  if (bytes.length !== 76 || bytes.toString('base64') !== value) return undefined
  if (!bytes.subarray(0, 4).equals(keyHash(name, Buffer.from(publicKey, 'base64')))) return undefined
  const seconds = Number(bytes.readBigUInt64BE(4))
  if (!Number.isSafeInteger(seconds)) return undefined
  return verify(null, message(text, seconds), key, bytes.subarray(12)) ? { name, seconds } : undefined
}
