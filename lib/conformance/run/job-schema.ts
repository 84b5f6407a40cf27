import { z } from 'zod'
import { coreR4 } from '../checks/core-r4'
import { fixturesSchema } from './fixtures-schema'
import type { RunJob } from './run-job'

const ids = coreR4.map(({ id }) => id)

/** A job as it comes in on standard input: strict, so that nobody can slip a permission in (SG-10). */
export const jobSchema: z.ZodType<RunJob> = z.strictObject({
  kind: z.enum(['DRYRUN', 'OFFICIAL', 'MONITOR', 'REFRESH', 'CHALLENGE']),
  base: z.string().min(1).max(2_048),
  profile: z.literal('core-r4'),
  fixtures: fixturesSchema,
  token: z.string().min(1).max(8_192).nullable(),
  nonce: z.string().regex(/^[\w-]{8,128}$/, 'expected 8 to 128 letters and digits'),
  seed: z.int().min(0).max(4_294_967_295),
  checks: z.array(z.enum(ids)).min(1).optional(),
  readOnly: z.boolean(),
}) as z.ZodType<RunJob>
