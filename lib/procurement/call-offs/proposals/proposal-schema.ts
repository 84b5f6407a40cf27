import { z } from 'zod'
import type { Raw } from '@/lib/catalogue/drafts/draft-section'
import { proposableSlugs } from './proposal'

/** `termsHash` and `seen` name what the supplier has read: the terms, and the proposals that were open. */
export const proposeInput = z.object({
  id: z.uuid(),
  section: z.enum(proposableSlugs, 'Choose a part of the order'),
  termsHash: z.string().regex(/^[0-9a-f]{64}$/, 'The terms you saw are missing'),
  seen: z.string().max(20_000),
  reason: z.string().trim().max(500, 'Your words must be 500 characters or fewer').default(''),
})
export type ProposeInput = z.infer<typeof proposeInput> & { raw: Raw }

export const answerProposalInput = z
  .object({
    id: z.uuid(),
    proposalId: z.uuid(),
    version: z.coerce.number().int(),
    command: z.enum(['accept', 'reject', 'withdraw'], 'Choose an answer'),
    answer: z.string().trim().max(500, 'Your words must be 500 characters or fewer').default(''),
  })
  .refine(({ command, answer }) => command !== 'reject' || answer.length >= 10, {
    path: ['answer'],
    message: 'Say in 10 characters or more why you reject it',
  })
export type AnswerProposalInput = z.infer<typeof answerProposalInput>
