import { sign } from 'node:crypto'
import { noBatchHash } from '@/lib/payments/usage/usage-batch'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import { dateFromDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { noon } from './context'
import { newSigningKeys } from './signing-keys'

export type Recorded = { id: string; module: string; practice: string; day: string; meter: string; quantity: number }

/** A gateway with a key of its own, and how it signs its batches. */
export async function gateway(code = 'gateway-one') {
  const { publicKeyPem, signingKeyPem } = newSigningKeys()
  const [issuerId, keyId, by] = [newId(), `${code}-key`, { addedById: newId(), addedAt: noon }]
  await db.gatewayIssuer.create({ data: { id: issuerId, code, name: 'A gateway', ...by } })
  await db.gatewayKey.create({
    data: { id: newId(), keyId, issuerId, publicKeyPem, validFrom: dateFromDay('2026-01-01'), ...by },
  })
  return { issuerId, keyId, ...signedBatches(code, keyId, signingKeyPem) }
}

/** How a gateway of that name signs its batches, each naming the one before it. */
export function signedBatches(code: string, keyId: string, signingKeyPem: string) {
  let last = noBatchHash
  const envelope = (body: object) => ({
    keyId,
    body,
    signature: sign(null, Buffer.from(canonicalJson(body)), signingKeyPem).toString('base64'),
  })
  return {
    envelope,
    /** The next batch in its turn; `given` bends it. */
    batch: (sequence: number, records: Recorded[], given: object = {}) => {
      const body = {
        issuer: code,
        sequence,
        previousHash: last,
        from: '2026-02-01',
        to: '2026-03-31',
        records,
        ...given,
      }
      last = sha256Hex(canonicalJson(body))
      return envelope(body)
    },
  }
}
