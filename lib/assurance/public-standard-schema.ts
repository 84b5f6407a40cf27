import { z } from 'zod'

const day = z.iso.date()

/** A standard for the public API. Dates that the source does not give are null: nobody guesses them. */
export const publicStandard = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    retired: z.boolean(),
    versions: z.array(
      z.object({
        version: z.string(),
        effectiveOn: day.nullable(),
        transitionEndsOn: day.nullable(),
        retiredOn: day.nullable(),
        assertedState: z.string().nullable(),
      }),
    ),
    capabilityIds: z
      .array(z.string())
      .describe('Capabilities it applies to; overarching standards apply to every module whatever stands here'),
  })
  .meta({ id: 'Standard' })

export type PublicStandard = z.infer<typeof publicStandard>
