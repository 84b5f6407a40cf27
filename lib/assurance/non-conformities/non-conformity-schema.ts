import { z } from 'zod'

const reason = z
  .string()
  .trim()
  .min(20, 'Give the reason in at least 20 characters')
  .max(2000, 'The reason must be 2,000 characters or fewer')
const move = z.object({ id: z.uuid(), version: z.coerce.number().int() })

export const raiseConcernInput = z.object({
  moduleVersionId: z.uuid('Choose a module'),
  /** A standard version's id and a requirement's: `<id>/S24/WHOLE`. */
  requirement: z.string().trim().min(1, 'Choose what you think is not kept').max(200),
  summary: z
    .string()
    .trim()
    .min(20, 'Say in at least 20 characters what you have seen')
    .max(2000, 'What you have seen must be 2,000 characters or fewer'),
  source: z.enum(['COMPLAINT', 'LEGAL_NOTICE']).default('COMPLAINT'),
})
export type RaiseConcern = z.infer<typeof raiseConcernInput>

/** Confirm or dismiss (AS-08). */
export const answerConcernInput = move.extend({ reason })
export type AnswerConcern = z.infer<typeof answerConcernInput>

export const statementInput = move.extend({
  text: z
    .string()
    .trim()
    .min(1, 'Write what you want to state')
    .max(4000, 'The statement must be 4,000 characters or fewer'),
})
export type Statement = z.infer<typeof statementInput>

export const raiseSeverityInput = move.extend({
  hazard: z.enum(['LOW', 'CLINICAL_SAFETY', 'SECURITY', 'DATA_LOSS'], 'Choose the hazard'),
  reason,
})
export type RaiseSeverity = z.infer<typeof raiseSeverityInput>
