import { z } from 'zod'

const day = z.iso.date()

/** One line of the nightly bulk: one requirement of one module version at the end of a day (RG-03). Only what is public. */
export const bulkLine = z
  .object({
    moduleId: z.uuid(),
    moduleVersionId: z.uuid(),
    module: z.string(),
    version: z.string(),
    supplier: z.string(),
    label: z.string().describe('The label of the whole module version'),
    standardId: z.string(),
    standard: z.string(),
    standardVersion: z.string(),
    requirementId: z.string(),
    level: z.string(),
    serious: z.boolean(),
    value: z.string(),
    rule: z.string().describe('The rule of derivation that gave the value: D1 to D9'),
    until: day.nullable().describe('The last day on which what carries the value is in date'),
    planDueOn: day.nullable(),
    waivedUntil: day.nullable(),
    findings: z.int().describe('How many signed findings lie behind it'),
    foundOn: day.nullable().describe('The day of the newest finding'),
    evidence: z.array(z.string()).describe('SHA-256 of the public evidence of the newest finding'),
    coverage: z.enum(['FULL', 'PARTIAL', 'NOT MACHINE-TESTED']),
  })
  .meta({ id: 'RegisterLine' })
export type BulkLine = z.infer<typeof bulkLine>

export const bulkColumns = Object.keys(bulkLine.shape) as (keyof BulkLine)[]

/** The whole file, for those who check it. */
export const bulkFile = z.object({ schemaVersion: z.literal(1), asOf: day, note: z.string(), lines: z.array(bulkLine) })
export const bulkSchemaText = (): string => `${JSON.stringify(z.toJSONSchema(bulkFile), null, 2)}\n`
