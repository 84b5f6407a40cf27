import { z } from 'zod'
import type { Raw } from '@/lib/catalogue/drafts/draft-section'

const base = { id: z.uuid(), version: z.coerce.number().int() }

export const callOffInput = z.object(base)
export type CallOffInput = z.infer<typeof callOffInput>

export const sectionInput = z.object({ ...base, section: z.string().max(40) })
export type SectionInput = z.infer<typeof sectionInput> & { raw: Raw }

/** A practice's answer names the part of the order that it has read. */
export const consentInput = z.object({
  id: z.uuid(),
  practiceId: z.uuid(),
  consentHash: z.string().regex(/^[0-9a-f]{64}$/, 'What you read is missing'),
  answer: z.enum(['consented', 'declined'], 'Choose whether your practice consents'),
})
export type ConsentInput = z.infer<typeof consentInput>

export const takeSuccessorInput = z.object({ ...base, practiceId: z.uuid() })
export type TakeSuccessorInput = z.infer<typeof takeSuccessorInput>

export const issueInput = z.object({
  ...base,
  standstill: z.preprocess((value) => value === 'yes', z.boolean()),
})
export type IssueInput = Omit<z.infer<typeof issueInput>, 'standstill'> & { standstill?: boolean }

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
