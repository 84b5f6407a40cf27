import { z } from 'zod'
import { isDay } from '@/lib/platform/days'

export const assessmentMoveInput = z.object({ id: z.uuid(), version: z.coerce.number().int() })
export type AssessmentMove = z.infer<typeof assessmentMoveInput>

const reason = z
  .string()
  .trim()
  .min(20, 'Give the reason in at least 20 characters')
  .max(2000, 'The reason must be 2,000 characters or fewer')
export const returnAssessmentInput = assessmentMoveInput.extend({ reason })
export type ReturnAssessment = z.infer<typeof returnAssessmentInput>

export const answerEpicsInput = assessmentMoveInput.extend({
  answers: z.record(z.string().max(30), z.enum(['met', 'not-met'])),
})
export type AnswerEpics = z.infer<typeof answerEpicsInput>

/** The answers of a form whose fields are `epic-<id>`. */
export const readAnswers = (form: FormData): Record<string, FormDataEntryValue> =>
  Object.fromEntries(
    [...form.entries()].filter(([name]) => name.startsWith('epic-')).map(([name, value]) => [name.slice(5), value]),
  )

export const findInput = z.object({
  id: z.uuid(),
  /** `capability/C5`, or a standard version's id and a requirement's: `<id>/S24/WHOLE`. */
  subjects: z.array(z.string().max(200)).min(1, 'Choose what you found out').max(500),
  outcome: z.enum(['MET', 'NOT_MET', 'NOT_APPLICABLE'], 'Choose what you found'),
  reason: z.string().trim().max(2000, 'The reason must be 2,000 characters or fewer'),
  validUntil: z
    .string()
    .trim()
    .refine((day) => day === '' || isDay(day), 'Enter a day such as 2027-03-31'),
  evidenceIds: z.array(z.uuid()).min(1, 'Choose the evidence it rests on').max(50),
})
export type Find = z.infer<typeof findInput>

export const signInput = z.object({
  id: z.uuid(),
  findingIds: z.array(z.uuid()).min(1, 'Choose at least one finding').max(500),
})
export type Sign = z.infer<typeof signInput>
export const sendBackInput = signInput.extend({ comment: reason })
export type SendBack = z.infer<typeof sendBackInput>
