import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, sha256Hex } from './canonical-json'
import { checkpointText, openNote, signNote } from './checkpoint'
import { leafOf, openEnvelope, preAuthentication, sealEnvelope } from './envelope'

/** The first test key of RFC 8032 §7.1, as PKCS #8. */
const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
const rfcKey = createPrivateKey({
  key: Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex'),
  format: 'der',
  type: 'pkcs8',
})
const pem = rfcKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const publicKey = createPublicKey(rfcKey)
const bundle = { schema: 'gpit.evidence/v1', b: 1, a: [{ z: 1, y: 'é' }] }
const another = createPublicKey(generateKeyPairSync('ed25519').privateKey)

describe('EV-02, EV-03, EV-04: canonical, signed, a leaf', () => {
  it('the oracle: 58 bytes, their SHA-256, and the leaf under the first key of RFC 8032', () => {
    const text = canonicalJson(bundle)
    expect(Buffer.byteLength(text)).toBe(58)
    expect(sha256Hex(text)).toBe('e385567c6c22dd3eb4d625552429360622d72f844ef590db72c648d895102e80')
    const envelope = sealEnvelope(bundle, { id: 'test-1', privateKeyPem: pem })
    expect(leafOf(envelope).toString('hex')).toBe('694d773dd7eb2331563db3180144fc965b57c2dcf27057a26ba9bb88072258ad')
    expect(openEnvelope(envelope, 'test-1', publicKey)).toEqual(bundle)
  })

  it('DSSE: lengths keep type and content apart', () => {
    expect(preAuthentication('http://example.com/HelloWorld', Buffer.from('hello world')).toString()).toBe(
      'DSSEv1 29 http://example.com/HelloWorld 11 hello world',
    )
  })

  it('another key, another key id, a second signature, another type, another spelling: not opened', () => {
    const envelope = sealEnvelope(bundle, { id: 'test-1', privateKeyPem: pem })
    const [signature] = envelope.signatures
    expect(openEnvelope(envelope, 'test-1', another)).toBeUndefined()
    expect(openEnvelope(envelope, 'test-2', publicKey)).toBeUndefined()
    expect(openEnvelope({ ...envelope, signatures: [signature!, signature!] }, 'test-1', publicKey)).toBeUndefined()
    expect(openEnvelope({ ...envelope, payloadType: 'text/plain' }, 'test-1', publicKey)).toBeUndefined()
    const spaced = Buffer.from(` ${canonicalJson(bundle)}`)
    expect(openEnvelope({ ...envelope, payload: spaced.toString('base64') }, 'test-1', publicKey)).toBeUndefined()
  })

  it('no changed character of payload or signature is opened', () => {
    const envelope = sealEnvelope(bundle, { id: 'test-1', privateKeyPem: pem })
    const alphabet = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=')
    fc.assert(
      fc.property(fc.boolean(), fc.nat(), alphabet, (inPayload, at, letter) => {
        const text = inPayload ? envelope.payload : envelope.signatures[0]!.sig
        const changed = text.slice(0, at % text.length) + letter + text.slice((at % text.length) + 1)
        if (changed === text) return
        const bent = inPayload
          ? { ...envelope, payload: changed }
          : { ...envelope, signatures: [{ keyid: 'test-1', sig: changed }] }
        expect(openEnvelope(bent, 'test-1', publicKey)).toBeUndefined()
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('EV-05: checkpoints as signed notes', () => {
  const checkpoint = { origin: 'register.example/evidence', size: 1_234, root: Buffer.alloc(32, 7) }
  const log = { name: checkpoint.origin, privateKeyPem: pem }
  const witnessKey = generateKeyPairSync('ed25519')
  const witness = {
    name: 'witness.example',
    privateKeyPem: witnessKey.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }

  it('signed by the log and co-signed by a witness, each signature stands for itself', () => {
    const note = signNote(signNote(checkpointText(checkpoint), log), witness)
    expect(openNote(note, { name: log.name, publicKey })).toEqual(checkpoint)
    expect(openNote(note, { name: witness.name, publicKey: witnessKey.publicKey })).toEqual(checkpoint)
    expect(openNote(note, { name: log.name, publicKey: another })).toBeUndefined()
    expect(openNote(note, { name: 'somebody', publicKey })).toBeUndefined()
  })

  it('another size, root, origin or form is not what was signed', () => {
    const note = signNote(checkpointText(checkpoint), log)
    const key = { name: log.name, publicKey }
    for (const [from, to] of [
      ['1234', '1235'],
      ['BwcH', 'BwcI'],
      ['register.example/evidence\n', 'register.example/other\n'],
      ['\n\n', '\nmore\n\n'],
    ] as const)
      expect(openNote(note.replace(from, to), key), to).toBeUndefined()
    expect(openNote('', key)).toBeUndefined()
    expect(openNote(signNote('not a checkpoint\n', log), key)).toBeUndefined()
  })
})
