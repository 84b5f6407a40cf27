import { z } from 'zod'
import { differenceClasses, plantedClasses } from './checks'

/**
 * The one aggregate report that leaves a practice. It holds counts and hashes only: no patient, no record, no value.
 * Every object is strict, because a field nobody knows could carry anything.
 */
const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`), `must be ${digits} hex digits`)
const count = z.int().min(0)
/**
 * PC-01: a count of differences from 1 to 4 is the text "1-4", so that no single patient can be told from it. PC-03: "5+"
 * stands for a larger count that is hidden too, because with it a masked one could be told by subtraction.
 */
export const differenceCount = z.union([
  count.refine((n) => n === 0 || n > 4, 'counts 1 to 4 are masked'),
  z.literal('1-4'),
  z.literal('5+'),
])
/** PC-02: null where subtraction would give a masked count away. */
const matched = count.nullable()
const word = z.string().regex(/^[A-Za-z][A-Za-z0-9._-]{0,63}$/, 'must be a short name')
const rounded = count.refine((n) => n % 5 === 0, 'must be rounded to 5')
const instant = z.iso.datetime({ offset: true })

const bySeverity = z.strictObject({
  S1: differenceCount,
  S2: differenceCount,
  S3: differenceCount,
  S4: differenceCount,
})
const side = z.strictObject({
  manifestSha256: hex(64).nullable(),
  files: count,
  bytes: count,
  resources: count,
  patients: count,
  byType: z.record(word, count),
})
export const toolSchema = z.strictObject({
  name: word,
  version: word.or(z.string().regex(/^\d+\.\d+\.\d+$/)),
  wasmSha256: hex(64).nullable(),
  engine: z.enum(['wasm', 'reference']),
})
const check = z.strictObject({
  id: z.string().regex(/^C(0[1-9]|1\d|2[0-6])$/),
  status: z.enum(['pass', 'fail', 'listed', 'not-run']),
  source: count,
  target: count,
  matched,
  explained: differenceCount,
  unexplained: bySeverity,
  byType: z.record(
    word,
    z.strictObject({ source: count, target: count, matched, explained: differenceCount, unexplained: differenceCount }),
  ),
})

export const unsignedReportSchema = z.strictObject({
  version: z.literal(1),
  runId: z.uuid(),
  kind: z.enum(['trial', 'final', 'post-live', 'reverse']),
  tool: toolSchema,
  profile: z.strictObject({
    sha256: hex(64),
    asOf: instant,
    fhirVersion: z.string().regex(/^[0-9.]{1,10}$/),
    rules: z.array(
      z.strictObject({
        id: word,
        version: count,
        touched: z.union([count, z.literal('1-4'), z.literal('5+')]),
        explained: differenceCount,
      }),
    ),
  }),
  keyId: hex(16),
  source: side,
  target: side,
  verdict: z.enum(['equal', 'equal-with-rules', 'different', 'invalid-input']),
  complete: z.boolean(),
  totals: z.strictObject({
    matched,
    explained: differenceCount,
    unexplained: bySeverity,
    byClass: z.partialRecord(z.enum(differenceClasses), differenceCount),
  }),
  checks: z.array(check).max(26),
  links: z.strictObject({
    source: count,
    target: count,
    dangling: z.tuple([differenceCount, differenceCount]),
    explainedByNeighbour: differenceCount,
    indistinguishable: differenceCount,
  }),
  merkle: z.strictObject({ root: hex(64), leaves: count, algorithm: z.literal('HMAC-SHA-256/RFC6962') }),
  /** C12 as a picture: type, month or `undated`, records of the source and of the target, rounded to 5. */
  months: z
    .record(word, z.record(z.string().regex(/^(\d{4}-(0[1-9]|1[0-2])|undated)$/), z.tuple([rounded, rounded])))
    .optional(),
  canary: z.strictObject({ sha256: hex(64), seed: count, planted: count, found: count }).nullable(),
  errors: z
    .array(
      z.strictObject({
        code: z.string().regex(/^E-[A-Z0-9-]{2,20}$/),
        side: z.enum(['source', 'target']),
        file: z.string().max(200),
        line: count,
        byte: count,
        message: z.string().max(200),
      }),
    )
    .max(100)
    .nullable(),
  /** IN-03: how many faults there are; `errors` names the first hundred. */
  errorCount: count.optional(),
  startedAt: instant,
  finishedAt: instant,
})

export const signatureSchema = z.strictObject({
  algorithm: z.literal('Ed25519'),
  keyId: hex(16),
  value: z.string().regex(/^[A-Za-z0-9+/]{86}==$/, 'must be 64 bytes in base64'),
})
export const reportSchema = unsignedReportSchema.extend({ signature: signatureSchema })

/** The proof that the tool finds what is lost: planted losses in a copy of the target, by class. Counts are of invented losses, so exact. */
export const canarySchema = z.strictObject({
  version: z.literal(1),
  profileSha256: hex(64),
  keyId: hex(16),
  tool: toolSchema,
  seed: count,
  planted: count,
  found: count,
  byClass: z.partialRecord(z.enum(plantedClasses), z.strictObject({ planted: count, found: count })),
})
