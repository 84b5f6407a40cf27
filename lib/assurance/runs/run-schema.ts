import { z } from 'zod'

export const dryRunInput = z.object({ endpointId: z.uuid() })

/** What an assessor asks for; a challenge says whose and of what (CS-03). */
export const askForRunInput = z.object({
  endpointId: z.uuid('Choose an endpoint'),
  kind: z.enum(['OFFICIAL', 'CHALLENGE'], 'Choose the kind of run'),
  reason: z
    .string()
    .trim()
    .min(20, 'Give the reason in at least 20 characters')
    .max(2000, 'The reason must be 2,000 characters or fewer'),
})
export type AskForRun = z.infer<typeof askForRunInput>

export const runMoveInput = z.object({ id: z.uuid(), version: z.coerce.number().int() })
export type RunMove = z.infer<typeof runMoveInput>
