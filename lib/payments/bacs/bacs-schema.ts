import { z } from 'zod'
import { isDay } from '@/lib/platform/days'
import { parsePounds } from '@/lib/platform/money'

export const recordBacsInput = z.object({
  id: z.uuid(),
  reference: z
    .string()
    .trim()
    .min(3, 'Enter the reference of the transfer')
    .max(35, 'Reference must be 35 characters or fewer'),
  on: z.string().trim().refine(isDay, 'Enter the day as a date'),
  amount: z.string().transform((text, ctx) => {
    const pence = parsePounds(text)
    if (pence === undefined || pence === 0n)
      ctx.addIssue({ code: 'custom', message: 'Enter pounds and pence, like 1,200.00' })
    return pence ?? 0n
  }),
})
export type RecordBacsInput = z.infer<typeof recordBacsInput>

export const answerBacsInput = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().positive(),
  answer: z.enum(['came', 'did-not-come']).default('came'),
})
export type AnswerBacsInput = z.infer<typeof answerBacsInput>
