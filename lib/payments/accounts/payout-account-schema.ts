import { z } from 'zod'
import { rails } from '../invoices/invoice'

const digits = (text: string): string => text.replace(/[\s-]/g, '')

export const changePayoutAccountInput = z
  .object({
    supplierId: z.uuid(),
    rail: z.enum(rails, { error: 'Choose how you are paid' }),
    accountName: z
      .string()
      .trim()
      .min(1, 'Enter the name on the account')
      .max(100, 'Name must be 100 characters or fewer'),
    sortCode: z.string().default('').transform(digits),
    accountNumber: z.string().default('').transform(digits),
  })
  .superRefine(({ rail, sortCode, accountNumber }, ctx) => {
    if (rail !== 'BACS') return
    if (!/^\d{6}$/.test(sortCode))
      ctx.addIssue({ code: 'custom', path: ['sortCode'], message: 'Sort code has 6 digits' })
    if (!/^\d{8}$/.test(accountNumber))
      ctx.addIssue({ code: 'custom', path: ['accountNumber'], message: 'Account number has 8 digits' })
  })
export type ChangePayoutAccountInput = z.infer<typeof changePayoutAccountInput>

export const confirmPayoutAccountInput = z.object({
  id: z.uuid(),
  lastDigits: z.string().default('').transform(digits),
})
export type ConfirmPayoutAccountInput = z.infer<typeof confirmPayoutAccountInput>
