import { z } from 'zod'
import { type ReviewOutcome, reviewOutcomes } from '@/lib/funding/funding-request'

export const reviewAwardInput = z.object({
  projectId: z.uuid(),
  outcome: z.enum(Object.keys(reviewOutcomes) as [ReviewOutcome], 'Choose the outcome of the review'),
  finding: z
    .string()
    .trim()
    .min(10, 'Say in 10 characters or more what you found')
    .max(2_000, 'What you found must be 2,000 characters or fewer'),
})
export type ReviewAwardInput = z.infer<typeof reviewAwardInput>
