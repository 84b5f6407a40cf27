import { z } from 'zod'

export type DecisionKind = 'SUSPEND' | 'LIFT'

/** What an officer proposes: the reason is published (AS-08). */
export const proposeDecisionInput = z.object({
  kind: z.enum(['SUSPEND', 'LIFT'], 'Choose what you propose'),
  moduleVersionId: z.uuid('Choose a module'),
  reason: z
    .string()
    .trim()
    .min(20, 'Give the reason in at least 20 characters')
    .max(2000, 'The reason must be 2,000 characters or fewer'),
})
export const secondDecisionInput = z.object({
  kind: z.enum(['SUSPEND', 'LIFT']),
  proposalId: z.uuid(),
  version: z.coerce.number().int(),
})
export type ProposeDecision = Omit<z.infer<typeof proposeDecisionInput>, 'kind'>
export type SecondDecision = Omit<z.infer<typeof secondDecisionInput>, 'kind'>
