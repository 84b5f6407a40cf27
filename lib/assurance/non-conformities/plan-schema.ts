import { z } from 'zod'
import { isDay } from '@/lib/platform/days'
import { mostMilestones } from './plan-rules'

const reason = z
  .string()
  .trim()
  .min(20, 'Give the reason in at least 20 characters')
  .max(2000, 'The reason must be 2,000 characters or fewer')
export const planMoveInput = z.object({ id: z.uuid(), version: z.coerce.number().int() })
export type PlanMove = z.infer<typeof planMoveInput>

const milestone = z.object({
  words: z.string().trim().min(1, 'Say what will be done').max(500, 'A milestone must be 500 characters or fewer'),
  dueOn: z.string().trim().refine(isDay, 'Enter a day such as 2027-03-31'),
})
export const proposePlanInput = z.object({
  /** The non-conformity. */
  id: z.uuid(),
  kind: z.enum(['WORK_OFF', 'REMEDIATION'], 'Choose what kind of plan it is'),
  summary: z
    .string()
    .trim()
    .min(20, 'Say in at least 20 characters how you will mend it')
    .max(2000, 'The summary must be 2,000 characters or fewer'),
  milestones: z.array(milestone).max(mostMilestones + 1),
})
export type ProposePlan = z.infer<typeof proposePlanInput>

/** The milestones of a form whose fields are `words-<n>` and `due-<n>`; rows left empty are none. */
export const readMilestones = (form: FormData): { words: string; dueOn: string }[] =>
  Array.from({ length: mostMilestones }, (_, i) => ({
    words: String(form.get(`words-${i + 1}`) ?? ''),
    dueOn: String(form.get(`due-${i + 1}`) ?? ''),
  })).filter(({ words, dueOn }) => words.trim() !== '' || dueOn.trim() !== '')

export const returnPlanInput = planMoveInput.extend({ reason })
export type ReturnPlan = z.infer<typeof returnPlanInput>
export const rejectClaimInput = planMoveInput.extend({ reason })
export const tickInput = planMoveInput.extend({ milestone: z.coerce.number().int().min(1).max(mostMilestones) })
export type Tick = z.infer<typeof tickInput>
