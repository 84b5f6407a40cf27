import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { sha256Hex } from './canonical-json'
import { checkpointText, signNote } from './checkpoint'
import { sealEnvelope } from './envelope'
import { publicHalf } from './raw-keys'

/**
 * The signer (CS-01): a process of its own that alone reads the private key, and neither the network nor the database. It
 * reads one job as JSON on standard input and answers one on standard output; it signs nothing but what these two forms hold.
 */
export type SignerJob = {
  values: unknown[]
  checkpoint?: { origin: string; size: number; root: string }
}
export type SignerAnswer = {
  keyId: string
  publicKey: string
  envelopes: ReturnType<typeof sealEnvelope>[]
  note: string | null
}

/** Does one job with the key of that file, which is made where there is none yet. */
export function doJob(job: SignerJob, keyFile: string): SignerAnswer {
  const privateKeyPem = readOrMakeKey(keyFile)
  const publicKey = publicHalf(privateKeyPem)
  const keyId = `evidence-${sha256Hex(Buffer.from(publicKey, 'base64')).slice(0, 16)}`
  const { checkpoint } = job
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
  }
}

/** Written once and only for its owner's eyes; two at once keep the first. */
function readOrMakeKey(file: string): string {
  try {
    mkdirSync(dirname(file), { recursive: true })
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    writeFileSync(file, pem, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const pem = readFileSync(file, 'utf8')
  if (createPrivateKey(pem).asymmetricKeyType !== 'ed25519') throw new Error('The evidence key is not an Ed25519 key')
  return pem
}
