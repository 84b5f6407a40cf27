import { z } from 'zod'

export const considerSuspensionInput = z.object({
  missId: z.uuid(),
  reason: z
    .string()
    .trim()
    .min(20, 'Give the reason in at least 20 characters')
    .max(2000, 'The reason must be 2,000 characters or fewer'),
})
export type ConsiderSuspension = z.infer<typeof considerSuspensionInput>
