import { z } from 'zod'
import { isDay } from '@/lib/platform/days'
import { decisionKinds } from './decision-kinds'

export type { DecisionKind } from './decision-kinds'

/** What an officer proposes: the reason is published (AS-08). */
export const proposeDecisionInput = z.object({
  kind: z.enum(decisionKinds, 'Choose what you propose'),
  moduleVersionId: z.uuid('Choose a module'),
  reason: z
    .string()
    .trim()
    .min(20, 'Give the reason in at least 20 characters')
    .max(2000, 'The reason must be 2,000 characters or fewer'),
  basis: z.string().trim().max(500, 'The basis must be 500 characters or fewer').default(''),
  check: z.string().trim().toUpperCase().max(40).default(''),
  requirement: z.string().trim().max(100).default(''),
  until: z
    .string()
    .trim()
    .refine((day) => day === '' || isDay(day), 'Enter a day such as 2027-03-31')
    .default(''),
  correctsId: z.union([z.literal(''), z.uuid()]).default(''),
  appealId: z.union([z.literal(''), z.uuid()]).default(''),
  disputeId: z.union([z.literal(''), z.uuid()]).default(''),
  planId: z.union([z.literal(''), z.uuid()]).default(''),
})
export const secondDecisionInput = z.object({
  kind: z.enum(decisionKinds),
  proposalId: z.uuid(),
  version: z.coerce.number().int(),
})
type Proposed = Omit<z.infer<typeof proposeDecisionInput>, 'kind'>
/** Only some kinds need more than a module and a reason. */
export type ProposeDecision = Pick<Proposed, 'moduleVersionId' | 'reason'> & Partial<Proposed>
export type SecondDecision = Omit<z.infer<typeof secondDecisionInput>, 'kind'>
