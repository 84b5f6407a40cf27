import { z } from 'zod'
import { isDay } from '@/lib/platform/days'
import { parsePounds } from '@/lib/platform/money'
import type { Question } from '../optimiser/choice'
import type { WhatIf } from './plan-run'

export const planMoveInput = z.object({ id: z.uuid(), version: z.coerce.number().int() })
export type PlanMove = z.infer<typeof planMoveInput>

/** Asks for the best plan of a profile in the version that was seen. */
export const requestPlanInput = z.object({ profileId: z.uuid(), version: z.coerce.number().int() })
export type RequestPlan = z.infer<typeof requestPlanInput>

const months = z.coerce
  .number({ error: 'Enter the term in whole months' })
  .int('Enter the term in whole months')
  .min(1, 'The term is at least 1 month')
  .max(60, 'The term is 60 months at most')

/** RES-4: one thing is other than in the run; a budget that is left empty is none. */
export const whatIfInput = z
  .discriminatedUnion('kind', [
    z.object({ runId: z.uuid(), kind: z.literal('drop-need'), needId: z.string().min(1, 'Choose a need').max(100) }),
    z.object({ runId: z.uuid(), kind: z.literal('keep'), moduleId: z.uuid({ error: 'Choose a module of today' }) }),
    z.object({ runId: z.uuid(), kind: z.literal('term'), months }),
    z.object({
      runId: z.uuid(),
      kind: z.literal('start'),
      start: z.string().refine(isDay, 'Enter the first day as a date'),
    }),
    z.object({
      runId: z.uuid(),
      kind: z.literal('budget'),
      pounds: z
        .string()
        .trim()
        .refine((text) => text === '' || parsePounds(text) !== undefined, 'Enter pounds and pence, like 50,000.00'),
    }),
  ])
  .transform(({ runId, ...given }): { runId: string; change: WhatIf } => ({
    runId,
    change:
      given.kind === 'budget'
        ? { kind: 'budget', pence: given.pounds === '' ? null : String(parsePounds(given.pounds)) }
        : given,
  }))
export type RequestWhatIf = z.infer<typeof whatIfInput>

/** RES-3, RES-5, MOD-6: more is asked of the same choice. */
export const planQuestionInput = z
  .discriminatedUnion('kind', [
    z.object({ runId: z.uuid(), kind: z.literal('frontier'), stepPercent: z.enum(['1', '2']).default('2') }),
    z.object({ runId: z.uuid(), kind: z.literal('why-not'), moduleId: z.uuid({ error: 'Choose a module' }) }),
    z.object({
      runId: z.uuid(),
      kind: z.literal('when'),
      quarters: z.coerce.number().int().min(1, 'Enter 1 to 12 quarters').max(12, 'Enter 1 to 12 quarters'),
    }),
  ])
  .transform(({ runId, ...given }): { runId: string; question: Question } => ({
    runId,
    question: given.kind === 'frontier' ? { kind: 'frontier', stepPercent: given.stepPercent === '1' ? 1 : 2 } : given,
  }))
export type AskOfPlan = z.infer<typeof planQuestionInput>

export const shortlistFromPlanInput = z.object({ runId: z.uuid() })
export type ShortlistFromPlan = z.infer<typeof shortlistFromPlanInput>
