import { sha256Hex } from './canonical-json'
import { type Envelope, openEnvelope, sealEnvelope } from './envelope'
import { publicHalf, publicKeyOf } from './raw-keys'

/** EV-07: who signs findings and decisions, and who signs runs. Their keys differ. */
export type KeyUse = 'officers' | 'runner'
/** That a key signs for a use from a day on, said by the key before it; the first of a use speaks for itself. */
export type KeyStatement = {
  schema: 'gpit.key/v1'
  use: KeyUse
  keyId: string
  publicKey: string
  from: string
  signedBy: string
}

/** A key's name follows from the key: nobody can give another key the same name. */
export const keyIdOf = (publicKey: string): string =>
  `evidence-${sha256Hex(Buffer.from(publicKey, 'base64')).slice(0, 16)}`

/** The statement of a new key, signed by the one that vouches for it. */
export function stateKey(next: { use: KeyUse; from: string; publicKey: string }, signerPem: string): Envelope {
  const signedBy = keyIdOf(publicHalf(signerPem))
  const statement: KeyStatement = { ...next, schema: 'gpit.key/v1', keyId: keyIdOf(next.publicKey), signedBy }
  return sealEnvelope(statement, { id: signedBy, privateKeyPem: signerPem })
}

/** The statement inside an envelope that this key signed, about a key that bears its own name; undefined where any of that fails. */
export function openStatement(
  envelope: Envelope,
  signer: { keyId: string; publicKey: string },
): KeyStatement | undefined {
  const value = openEnvelope(envelope, signer.keyId, publicKeyOf(signer.publicKey)) as KeyStatement | undefined
  const isOne =
    value?.schema === 'gpit.key/v1' &&
    ['officers', 'runner'].includes(value.use) &&
    /^\d{4}-\d{2}-\d{2}$/.test(value.from) &&
    value.signedBy === signer.keyId &&
    isKey(value.publicKey) &&
    value.keyId === keyIdOf(value.publicKey)
  return isOne ? value : undefined
}

function isKey(raw: string): boolean {
  try {
    return publicKeyOf(raw).asymmetricKeyType === 'ed25519'
  } catch {
    return false
  }
}
