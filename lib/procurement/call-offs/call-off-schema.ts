import { z } from 'zod'
import { termFields } from '../term-schema'

const base = { id: z.uuid(), version: z.coerce.number().int() }

export const callOffInput = z.object(base)
export type CallOffInput = z.infer<typeof callOffInput>

export const saveTermsInput = z.object({
  ...base,
  ...termFields,
  noticeDays: z.coerce
    .number({ error: 'Enter the notice in days' })
    .int('Enter whole days')
    .min(30, 'Notice is at least 30 days')
    .max(365, 'Notice is at most 365 days'),
})
export type SaveTermsInput = z.infer<typeof saveTermsInput>

export const narrowInput = z.object({
  ...base,
  capabilityIds: z.array(z.string().max(20)).min(1, 'Choose at least one').max(100),
})
export type NarrowInput = z.infer<typeof narrowInput>

export const requestFundingInput = z.object({
  ...base,
  reason: z
    .string()
    .trim()
    .min(30, 'Say in 30 characters or more why the practice needs it')
    .max(2000, 'Reason must be 2,000 characters or fewer'),
})
export type RequestFundingInput = z.infer<typeof requestFundingInput>

/** The form names each point that was ticked, word by word as it was read. */
export const acknowledgeInput = z.object({
  id: z.uuid(),
  items: z
    .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string().max(500)).max(500))
    .refine((items) => items.length > 0, 'Tick the points that you have taken note of'),
})
export type AcknowledgeInput = z.infer<typeof acknowledgeInput>

/** Assurance §5: 20 characters or more. */
export const acceptInput = z.object({
  id: z.uuid(),
  statement: z
    .string()
    .trim()
    .min(20, 'Say in 20 characters or more why you accept it')
    .max(2000, 'Your words must be 2,000 characters or fewer'),
})
export type AcceptInput = z.infer<typeof acceptInput>

export const signInput = z.object({
  ...base,
  termsHash: z.string().regex(/^[0-9a-f]{64}$/, 'The terms you saw are missing'),
})
export type SignInput = z.infer<typeof signInput>

export const refuseInput = z.object({
  ...base,
  reason: z
    .string()
    .trim()
    .min(30, 'Say in 30 characters or more why')
    .max(2000, 'Reason must be 2,000 characters or fewer'),
})
export type RefuseInput = z.infer<typeof refuseInput>
