import { hkdfSync } from 'node:crypto'
import { monthFields } from '../compare/comparison'
import type { Kernel } from './kernel-program'

/** As in `assembly/hash.ts` and `assembly/line.ts`. */
export const tag = { string: 0x53n, id: 0x49n, type: 0x59n } as const
const top = ['resourceType', 'id', 'meta', 'contained', 'subject', 'patient', 'for', 'beneficiary', 'participant']
const codes: [string, number][] = [
  ...top.map((key, i): [string, number] => [key, 1 + i]),
  ...monthFields.map((key, i): [string, number] => [key, 16 + i]),
  ...['versionId', 'lastUpdated', 'source', 'profile'].map((key, i): [string, number] => [key, 64 + i]),
  ['reference', 70],
  ['actor', 71],
  ['start', 72],
]

/** Sets the hash key, drawn from the fingerprint key (RP-02), and tells the kernel the keys that mean something (NO-04, ID-02, C12). */
export function setKeys(kernel: Kernel, fingerprintKey: Uint8Array): void {
  const lanes = Buffer.from(hkdfSync('sha256', fingerprintKey, '', 'kernel', 16))
  kernel.exports.setKey(lanes.readBigUInt64LE(0), lanes.readBigUInt64LE(8))
  for (const [key, code] of codes) {
    kernel.exports.hashBytes(...kernel.lendText(key), tag.string)
    kernel.exports.registerKey(kernel.exports.hashA.value, code)
  }
}
