import { z } from 'zod'

const hex = z.string().regex(/^[0-9a-f]{64}$/)

/** That one patient's leaf is under a report's root: hashes and places in the tree, nothing of the patient. */
export const proofSchema = z.strictObject({
  leaf: hex,
  index: z.int().min(0),
  leaves: z.int().min(1),
  path: z.array(hex).max(64),
  root: hex,
})
