import { z } from 'zod'
import { differenceClasses, severities } from '../checks'

const line = z.int().min(1).nullable()

/** A line of the details file that `compare --details` writes (§7.7). */
export const detailsSchema = z.strictObject({
  class: z.enum(differenceClasses),
  type: z.string(),
  checks: z.array(z.string()),
  severity: z.enum(severities).nullable(),
  sourceId: z.string().nullable(),
  targetId: z.string().nullable(),
  sourceFile: z.string().nullable(),
  sourceLine: line,
  targetFile: z.string().nullable(),
  targetLine: line,
  paths: z.array(z.string()),
  rule: z.string().nullable(),
  explainedBy: z.enum(['neighbour', 'rule']).nullable(),
})
export type Details = z.infer<typeof detailsSchema>
