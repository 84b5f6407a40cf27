import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { checkpointText, signNote } from './checkpoint'
import { type Envelope, sealEnvelope } from './envelope'
import { type KeyUse, keyIdOf, stateKey } from './key-statement'
import { publicHalf } from './raw-keys'

/**
 * The signer (CS-01): a process of its own that alone reads the private keys, and neither the network nor the database. It
 * reads one job as JSON on standard input and answers one on standard output; it signs nothing but what these forms hold.
 */
export type SignerJob = {
  values: unknown[]
  checkpoint?: { origin: string; size: number; root: string }
  /** To state the key of the second file, which is made where there is none yet (EV-07). */
  next?: { use: KeyUse; from: string }
}
export type SignerAnswer = {
  keyId: string
  publicKey: string
  envelopes: Envelope[]
  note: string | null
  stated: { keyId: string; publicKey: string; envelope: Envelope } | null
}

/** Does one job with the key of that file, which is made where there is none yet; `nextFile` is where a key to be stated lies. */
export function doJob(job: SignerJob, keyFile: string, nextFile = keyFile): SignerAnswer {
  const privateKeyPem = readOrMakeKey(keyFile)
  const publicKey = publicHalf(privateKeyPem)
  const keyId = keyIdOf(publicKey)
  const { checkpoint, next } = job
  return {
    keyId,
    publicKey,
    envelopes: job.values.map((value) => sealEnvelope(value, { id: keyId, privateKeyPem })),
    note: checkpoint
      ? signNote(checkpointText({ ...checkpoint, root: Buffer.from(checkpoint.root, 'base64') }), {
          name: checkpoint.origin,
          privateKeyPem,
        })
      : null,
    stated: next ? state(next, readOrMakeKey(nextFile), privateKeyPem) : null,
  }
}

function state(next: { use: KeyUse; from: string }, nextPem: string, signerPem: string): SignerAnswer['stated'] {
  const publicKey = publicHalf(nextPem)
  return { keyId: keyIdOf(publicKey), publicKey, envelope: stateKey({ ...next, publicKey }, signerPem) }
}

/**
 * Only for its owner's eyes. It gets its name when it is whole, so that a kill leaves no half of a key; two at once keep the
 * first.
 */
function readOrMakeKey(file: string): string {
  const found = read(file)
  if (found !== undefined) return checked(found)
  mkdirSync(dirname(file), { recursive: true })
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, pem, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return checked(readFileSync(file, 'utf8'))
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return undefined
  }
}

function checked(pem: string): string {
  if (createPrivateKey(pem).asymmetricKeyType !== 'ed25519') throw new Error('The evidence key is not an Ed25519 key')
  return pem
}
