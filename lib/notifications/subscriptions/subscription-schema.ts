import { z } from 'zod'
import { rhythms, subscriptionKinds } from './subscription'

export const subscribeInput = z.object({
  kind: z.enum(subscriptionKinds, 'Choose what you want to hear of'),
  subjectId: z.string().trim().min(1, 'Choose what you want to hear of').max(100),
  rhythm: z.enum(rhythms, 'Choose how often'),
})
export const unsubscribeInput = z.object({ subscriptionId: z.uuid() })
export type Subscribe = z.infer<typeof subscribeInput>
