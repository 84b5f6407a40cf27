import { z } from 'zod'
import { isDay } from '@/lib/platform/days'
import { parsePounds } from '@/lib/platform/money'
import { streams } from './funding-request'

const pounds = (words: string) =>
  z.string().transform((text, ctx) => {
    const pence = parsePounds(text)
    if (pence === undefined || pence > 10n ** 15n) {
      ctx.addIssue({ code: 'custom', message: words })
      return z.NEVER
    }
    return pence
  })
const reason = z.string().trim().min(10, 'Say in 10 characters or more why').max(500, 'Use 500 characters or fewer')
const day = (words: string) => z.string().trim().refine(isDay, words)

export const setBudgetInput = z.object({
  payerId: z.uuid(),
  stream: z.enum(Object.keys(streams) as [keyof typeof streams], 'Choose the stream'),
  year: z.coerce.number('Enter a year').int().min(2020, 'Enter a year from 2020').max(2100, 'Enter a year to 2100'),
  pounds: pounds('Enter the allocation in pounds, such as 250,000'),
  /** What was allocated on the page that was read, in pence; empty: there was no line. */
  seen: z.union([z.literal(''), z.string().regex(/^\d+$/)]),
  reason,
})
export type SetBudgetInput = z.infer<typeof setBudgetInput>

export const rollInput = z.object({ commitmentId: z.uuid(), pence: z.string().regex(/^\d+$/).transform(BigInt) })

export const delegateInput = z.object({
  payerId: z.uuid(),
  toId: z.uuid('Choose who may approve'),
  pounds: pounds('Enter the limit in pounds, such as 50,000'),
  validFrom: day('Enter the first day'),
  validTo: day('Enter the last day'),
  reason,
})
export type DelegateInput = z.infer<typeof delegateInput>
export const endDelegationInput = z.object({ id: z.uuid() })
