import { createPrivateKey, type KeyObject, sign, verify } from 'node:crypto'
import { canonicalJson } from './canonical-json'
import { type Hash, leafHash } from './merkle-rules'

/** EV-03: what is signed, as the DSSE protocol wraps it. */
export const evidenceType = 'application/vnd.gpit.evidence+json;v=1'
export type Envelope = { payload: string; payloadType: string; signatures: { keyid: string; sig: string }[] }

/** DSSE's pre-authentication encoding: type and content with their lengths, so that neither can pass for a part of the other. */
export const preAuthentication = (type: string, content: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${content.byteLength} `), Buffer.from(content)])

/** Signs a JSON value as RFC 8785 text with an Ed25519 key. */
export function sealEnvelope(value: unknown, key: { id: string; privateKeyPem: string }): Envelope {
  const content = Buffer.from(canonicalJson(value))
  const sig = sign(null, preAuthentication(evidenceType, content), createPrivateKey(key.privateKeyPem))
  return {
    payload: content.toString('base64'),
    payloadType: evidenceType,
    signatures: [{ keyid: key.id, sig: sig.toString('base64') }],
  }
}

/**
 * The value inside an envelope whose one signature this key made, and whose text is the one canonical form of it: else a
 * repeated member or another spelling of the same bytes could be changed unseen. Undefined where any of that fails.
 */
export function openEnvelope(envelope: Envelope, keyId: string, publicKey: KeyObject): unknown {
  const [signature] = envelope.signatures
  if (envelope.signatures.length !== 1 || signature?.keyid !== keyId || envelope.payloadType !== evidenceType)
    return undefined
  const [content, sig] = [exactBase64(envelope.payload), exactBase64(signature.sig)]
  if (!content || !sig || !verify(null, preAuthentication(evidenceType, content), publicKey, sig)) return undefined
  const text = content.toString('utf8')
  const value: unknown = JSON.parse(text)
  return canonicalJson(value) === text ? value : undefined
}

/** EV-04: the leaf of the log for this envelope. */
export const leafOf = (envelope: Envelope): Hash => leafHash(Buffer.from(canonicalJson(envelope)))

/** Base64 has spare bits: the same bytes can be written in several ways, and only one is ours. */
function exactBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}
