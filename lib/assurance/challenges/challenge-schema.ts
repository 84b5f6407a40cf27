import { z } from 'zod'
import { grounds } from '../appeals/appeal-schema'

export const raiseChallengeInput = z.object({
  moduleVersionId: z.uuid('Choose a module'),
  check: z.string().trim().min(1, 'Choose a check').max(40),
  grounds,
})
export type RaiseChallenge = z.infer<typeof raiseChallengeInput>

export const answerChallengeInput = z.object({
  id: z.uuid(),
  version: z.coerce.number().int(),
  answer: z
    .string()
    .trim()
    .min(20, 'Give the reason in at least 20 characters')
    .max(2000, 'The reason must be 2,000 characters or fewer'),
})
export type AnswerChallenge = z.infer<typeof answerChallengeInput>
