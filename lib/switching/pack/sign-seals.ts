import 'server-only'
import type { Envelope } from '@/lib/conformance/evidence/envelope'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { packSchema } from './pack-rules'
import { findUnsigned, saveSignature } from './pack-store'

/** Makes an envelope for each value with the authority's key, in the order in which they come. */
export type SignValues = (values: object[]) => Promise<Envelope[]>

/** Has every seal signed that is not; a second time finds none. @returns how many were signed now. */
export async function signSeals(ctx: Context, sign: SignValues): Promise<number> {
  const unsigned = await findUnsigned(db)
  if (unsigned.length === 0) return 0
  const values = unsigned.map(({ switchId, sha256, sealedAt }) => {
    return { schema: packSchema, switchId, indexSha256: sha256, sealedAt: sealedAt.toISOString() }
  })
  const envelopes = await sign(values)
  let signed = 0
  for (const [i, { id }] of unsigned.entries()) if (await saveSignature(db, id, envelopes[i]!, ctx.now)) signed++
  return signed
}
