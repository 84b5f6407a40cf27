import { z } from 'zod'

/** What an officer proposes: the reason is published (AS-08). */
export const proposeDecisionInput = z.object({
  moduleVersionId: z.uuid(),
  reason: z
    .string()
    .trim()
    .min(20, 'Give the reason in at least 20 characters')
    .max(2000, 'The reason must be 2,000 characters or fewer'),
})
export const secondDecisionInput = z.object({ proposalId: z.uuid(), version: z.coerce.number().int() })
export type ProposeDecision = z.infer<typeof proposeDecisionInput>
export type SecondDecision = z.infer<typeof secondDecisionInput>
