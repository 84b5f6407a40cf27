import { z } from 'zod'
import { grounds } from '../appeals/appeal-schema'

/** What is disputed: a finding of people or the result of a check, one of the two. */
export const raiseDisputeInput = z
  .object({ findingId: z.uuid().optional(), checkFactId: z.uuid().optional(), grounds })
  .refine((of) => (of.findingId === undefined) !== (of.checkFactId === undefined), {
    path: ['grounds'],
    message: 'Choose what you dispute: a finding or the result of a check',
  })
export const rejectDisputeInput = z.object({
  disputeId: z.uuid(),
  version: z.coerce.number().int(),
  answer: z
    .string()
    .trim()
    .min(20, 'Give the reason in at least 20 characters')
    .max(2000, 'The reason must be 2,000 characters or fewer'),
})
export type RaiseDispute = z.infer<typeof raiseDisputeInput>
export type RejectDispute = z.infer<typeof rejectDisputeInput>
