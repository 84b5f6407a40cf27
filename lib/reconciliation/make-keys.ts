import { generateKeyPairSync, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { emptyProfile } from './profile-schema'

export type Made = { ok: true; keyId: string; files: string[] } | { ok: false; because: string }

const names = ['switch.key', 'signing.key', 'signing.pub', 'profile.json'] as const

/**
 * Starts a switch's folder at the practice (RP-02): a random switch key that never leaves it, a signing pair, an empty
 * profile. Never overwrites: a lost key would make every earlier report unprovable.
 */
export function makeKeys(folder: string): Made {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const there = names.filter((name) => existsSync(join(folder, name)))
  if (there.length > 0) return { ok: false, because: `${there.join(', ')} is there already and is never overwritten` }
  const switchKey = randomBytes(32)
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const contents = {
    'switch.key': `${switchKey.toString('hex')}\n`,
    'signing.key': privateKey.export({ type: 'pkcs8', format: 'pem' }),
    'signing.pub': publicKey.export({ type: 'spki', format: 'pem' }),
    'profile.json': `${JSON.stringify(emptyProfile, null, 2)}\n`,
  }
  for (const name of names) writeFileSync(join(folder, name), contents[name], { mode: 0o600, flag: 'wx' })
  return { ok: true, keyId: switchKeyId(switchKey), files: [...names] }
}

/** The name of a switch key that a report may bear: derived, so that it gives nothing of the key away. */
export const switchKeyId = (switchKey: Uint8Array): string =>
  Buffer.from(hkdfSync('sha256', switchKey, '', 'keyId', 8)).toString('hex')

export type ComparisonKeys = { keyId: string; fingerprint: Uint8Array; leaf: Uint8Array }

/** RP-02: the 128-bit key of fingerprints, the 256-bit key of Merkle leaves and the name, all derived from the switch key. */
export const comparisonKeys = (switchKey: Uint8Array): ComparisonKeys => ({
  keyId: switchKeyId(switchKey),
  fingerprint: new Uint8Array(hkdfSync('sha256', switchKey, '', 'fingerprint', 16)),
  leaf: new Uint8Array(hkdfSync('sha256', switchKey, '', 'leaf', 32)),
})

/** The 32 bytes in a `switch.key` file's text (64 hex digits and a newline); undefined where it is something else. */
export function readSwitchKey(text: string): Uint8Array | undefined {
  return /^[0-9a-f]{64}\n?$/.test(text) ? Uint8Array.from(Buffer.from(text.trim(), 'hex')) : undefined
}
