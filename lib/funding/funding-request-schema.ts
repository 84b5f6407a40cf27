import { z } from 'zod'
import { declineCodes } from './funding-request'

const base = { id: z.uuid(), version: z.coerce.number().int() }

export const approveFundingInput = z.object({
  ...base,
  reason: z.string().trim().max(2000, 'Reason must be 2,000 characters or fewer').default(''),
})
export type ApproveFundingInput = z.infer<typeof approveFundingInput>

export const declineFundingInput = z
  .object({
    ...base,
    code: z.enum(Object.keys(declineCodes) as [keyof typeof declineCodes], 'Choose why the request is declined'),
    reason: z
      .string()
      .trim()
      .min(10, 'Say in 10 characters or more why, for those who asked')
      .max(2000, 'Reason must be 2,000 characters or fewer'),
  })
  .refine((input) => input.code !== 'other' || input.reason.length >= 30, {
    path: ['reason'],
    message: 'For another reason, say in 30 characters or more which',
  })
export type DeclineFundingInput = z.infer<typeof declineFundingInput>

export const withdrawFundingInput = z.object(base)
export type WithdrawFundingInput = z.infer<typeof withdrawFundingInput>
