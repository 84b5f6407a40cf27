import { z } from 'zod'

export const askInput = z.object({ obligationId: z.uuid() })

export const redeclareInput = z.object({ obligationId: z.uuid(), requirementId: z.string().min(1).max(100) })
