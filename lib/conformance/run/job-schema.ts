import { z } from 'zod'
import { everyCheck } from '../checks/profiles'
import { fixturesSchema } from './fixtures-schema'
import type { RunJob } from './run-job'

const ids = everyCheck.map(({ id }) => id)

const token = z.string().regex(/^[\x21-\x7e]{1,8192}$/, 'expected one token, without spaces')
/** Tokens that must open nothing: the file of `--tokens-file`, and part of a job. */
export const otherTokensSchema = z.strictObject({
  expired: token.optional(),
  otherAudience: token.optional(),
  otherScope: token.optional(),
})

/** A job as it comes in on standard input: strict, so that nobody can slip a permission in (SG-10). */
export const jobSchema: z.ZodType<RunJob> = z.strictObject({
  kind: z.enum(['DRYRUN', 'OFFICIAL', 'MONITOR', 'REFRESH', 'CHALLENGE']),
  base: z.string().min(1).max(2_048),
  profile: z.enum(['core-r4', 'gpc-stu3']),
  fixtures: fixturesSchema,
  token: z.string().min(1).max(8_192).nullable(),
  tokens: otherTokensSchema.optional(),
  nonce: z.string().regex(/^[\w-]{8,128}$/, 'expected 8 to 128 letters and digits'),
  seed: z.int().min(0).max(4_294_967_295),
  checks: z.array(z.enum(ids)).min(1).optional(),
  readOnly: z.boolean(),
}) as z.ZodType<RunJob>
