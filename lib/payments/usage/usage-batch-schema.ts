import { z } from 'zod'
import { isDay } from '@/lib/platform/days'

/** G3: a batch has no more records than this. */
export const mostRecords = 50_000

const day = z.string().refine(isDay, 'must be a calendar day such as 2026-03-31')
const name = z.string().min(1).max(100)

/** One meter on one day of one practice: a count, and no field in which anything of a patient could come (G3, N17). */
const record = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9._:-]{1,64}$/, 'must be 1 to 64 letters, digits or . _ : -'),
  module: name,
  practice: z.string().regex(/^[A-Z0-9]{3,10}$/, 'must be a national code such as A81001'),
  day,
  meter: name,
  quantity: z.int().min(0).max(1_000_000_000),
})

export const usageBody = z
  .strictObject({
    issuer: name,
    sequence: z.int().min(1).max(2_000_000_000),
    previousHash: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hex'),
    from: day,
    to: day,
    records: z.array(record).max(mostRecords),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before from' })
  .refine(({ from, to, records }) => records.every((one) => from <= one.day && one.day <= to), {
    path: ['records'],
    message: 'must lie between from and to',
  })
  .refine(({ records }) => new Set(records.map(({ id }) => id)).size === records.length, {
    path: ['records'],
    message: 'must have ids of their own',
  })
export type UsageBody = z.infer<typeof usageBody>

export const usageEnvelope = z.strictObject({
  keyId: name,
  /** Ed25519 over the UTF-8 of the body's RFC 8785 JSON, in base64. */
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/, 'must be 64 bytes in base64'),
  body: usageBody,
})
export type UsageEnvelope = z.infer<typeof usageEnvelope>
