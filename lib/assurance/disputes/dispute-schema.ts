import { z } from 'zod'
import { grounds } from '../appeals/appeal-schema'

export const raiseDisputeInput = z.object({ findingId: z.uuid('Choose a finding'), grounds })
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
