import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { env } from './env'

/** Version, nonce and tag stand before the text. */
const [version, nonceBytes, tagBytes] = [1, 12, 16]

/**
 * Seals a secret of somebody with AES-256-GCM under a key that is theirs alone, derived from the portal's own (EV-08). It can
 * be opened only for the same owner: a row that is moved to another's name opens no more.
 */
export function sealSecret(owner: string, secret: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(owner), nonce).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), sealed])
}

/** Opens it again. @throws where it was sealed for somebody else, changed, or sealed with another key. */
export function openSecret(owner: string, box: Uint8Array): string {
  const bytes = Buffer.from(box)
  if (bytes[0] !== version || bytes.length < 1 + nonceBytes + tagBytes) throw new Error('This is no sealed secret')
  const [nonce, tag] = [bytes.subarray(1, 1 + nonceBytes), bytes.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes)]
  const decipher = createDecipheriv('aes-256-gcm', keyOf(owner), nonce).setAAD(Buffer.from(owner)).setAuthTag(tag)
  return Buffer.concat([decipher.update(bytes.subarray(1 + nonceBytes + tagBytes)), decipher.final()]).toString('utf8')
}

const keyOf = (owner: string): Buffer =>
  Buffer.from(hkdfSync('sha256', portalKey(), Buffer.alloc(0), `secret-box/${owner}`, 32))

/** Made once under DATA_DIR, for its owner's eyes; two at once keep the first. */
function portalKey(): Buffer {
  const file = join(env().DATA_DIR, 'keys', 'secrets.key')
  mkdirSync(dirname(file), { recursive: true })
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  if (key.length !== 32) throw new Error('The key of the secrets is broken')
  return key
}
