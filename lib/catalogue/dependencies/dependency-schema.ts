import { z } from 'zod'

/** What the other supplier says to a claim. */
export const answerDependencyInput = z
  .object({
    id: z.uuid(),
    version: z.coerce.number().int(),
    verdict: z.enum(['confirm', 'dispute'], { error: 'Choose whether it is so' }),
    reason: z.string().trim().max(1000, 'The reason must be 1,000 characters or fewer').default(''),
  })
  .refine(({ verdict, reason }) => verdict === 'confirm' || reason.length >= 20, {
    path: ['reason'],
    message: 'Say in at least 20 characters why it is not so',
  })
export type AnswerDependency = z.infer<typeof answerDependencyInput>

export const proveDependencyInput = z.object({ id: z.uuid(), version: z.int(), testRunId: z.uuid() })
export type ProveDependency = z.infer<typeof proveDependencyInput>
