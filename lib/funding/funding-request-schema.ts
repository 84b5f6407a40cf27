import { z } from 'zod'
import { declineCodes, reviewOutcomes } from './funding-request'

const base = { id: z.uuid(), version: z.coerce.number().int() }
const words = (least: number, say: string) =>
  z.string().trim().min(least, say).max(2000, 'Use 2,000 characters or fewer')

export const approveFundingInput = z.object({
  ...base,
  reason: z.string().trim().max(2000, 'Reason must be 2,000 characters or fewer').default(''),
})
export type ApproveFundingInput = z.infer<typeof approveFundingInput>

export const declineFundingInput = z
  .object({
    ...base,
    code: z.enum(Object.keys(declineCodes) as [keyof typeof declineCodes], 'Choose why the request is declined'),
    reason: words(10, 'Say in 10 characters or more why, for those who asked'),
  })
  .refine((input) => input.code !== 'other' || input.reason.length >= 30, {
    path: ['reason'],
    message: 'For another reason, say in 30 characters or more which',
  })
export type DeclineFundingInput = z.infer<typeof declineFundingInput>

export const withdrawFundingInput = z.object(base)
export type WithdrawFundingInput = z.infer<typeof withdrawFundingInput>

export const recommendFundingInput = z.object({ ...base, text: words(10, 'Say in 10 characters or more why') })
export const returnFundingInput = z.object({ ...base, text: words(10, 'Ask your question in 10 characters or more') })
export const answerFundingInput = z.object({ ...base, text: words(2, 'Enter the answer') })
export const appealFundingInput = z.object({
  ...base,
  text: words(30, 'Say in 30 characters or more what the decision overlooked'),
})
export const urgentFundingInput = z.object({
  ...base,
  text: words(30, 'Say in 30 characters or more why it cannot wait'),
})
export type NotedInput = z.infer<typeof recommendFundingInput>

export const reviewFundingInput = z.object({
  ...base,
  outcome: z.enum(Object.keys(reviewOutcomes) as [keyof typeof reviewOutcomes], 'Choose the outcome of the review'),
  text: words(10, 'Say in 10 characters or more what you found'),
})
export type ReviewFundingInput = z.infer<typeof reviewFundingInput>
