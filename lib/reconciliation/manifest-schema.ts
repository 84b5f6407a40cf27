import { z } from 'zod'

const count = z.int().min(0)

/** What is in a folder that one side hands over (IN-02). Its SHA-256 is what a supplier signs in the portal. */
export const manifestSchema = z.strictObject({
  version: z.literal(1),
  side: z.enum(['source', 'target']),
  system: z.string().max(100),
  fhirVersion: z.string().max(10),
  practice: z.string().max(20),
  producedAt: z.iso.datetime({ offset: true }),
  files: z.array(
    z.strictObject({ path: z.string(), bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/), rows: count }),
  ),
  countsByType: z.record(z.string(), count),
  exclusions: z.array(z.strictObject({ what: z.string().max(200), why: z.string().max(500), count })),
})

export type Manifest = z.infer<typeof manifestSchema>
