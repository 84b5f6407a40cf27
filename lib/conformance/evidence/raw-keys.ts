import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

const prefix = Buffer.from('302a300506032b6570032100', 'hex')

/** The base64 of the 32 bytes of an Ed25519 public key, as keys travel here. */
export const rawKeyOf = (publicKey: KeyObject): string =>
  publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')

/** The public key of 32 bytes in base64. @throws where they are none. */
export const publicKeyOf = (raw: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([prefix, Buffer.from(raw, 'base64')]), format: 'der', type: 'spki' })

/** The public half of a private key in PEM, as base64 of its 32 bytes. */
export const publicHalf = (privateKeyPem: string): string => rawKeyOf(createPublicKey(createPrivateKey(privateKeyPem)))
