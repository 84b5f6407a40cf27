import { z } from 'zod'

/** Why a supplier appeals, or disputes what was found (AS-08). */
export const grounds = z
  .string()
  .trim()
  .min(20, 'Give your reasons in at least 20 characters')
  .max(4000, 'Your reasons must be 4,000 characters or fewer')

export const lodgeAppealInput = z.object({ decisionId: z.uuid('Choose a decision'), grounds })
export type LodgeAppeal = z.infer<typeof lodgeAppealInput>
