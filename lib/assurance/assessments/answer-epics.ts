import 'server-only'
import { readEpics } from '@/lib/catalogue/read-claims'
import type { Context } from '@/lib/platform/context'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { Answer, Assessment } from './assessment'
import { mayAnswer } from './assessment-policy'
import { askedEpics } from './assessment-rules'
import type { AnswerEpics } from './assessment-schema'
import { saveAnswers } from './assessment-store'
import { changeAssessment } from './change-assessment'

/** The supplier says of epics that must be met whether it meets them. What it leaves out stays as it was. */
export function answerEpics(ctx: Context, { answers, ...move }: AnswerEpics): Promise<Result<Assessment>> {
  return transaction((tx) =>
    changeAssessment(tx, ctx, move, {
      command: 'answer',
      may: mayAnswer,
      change: async ({ id, capabilityIds }) => {
        const asked = askedEpics(capabilityIds, await readEpics(tx, capabilityIds), new Map())
        const given = Object.entries(answers).filter(([epicId]) => asked.some((epic) => epic.id === epicId))
        if (given.length === 0) return refuse({ kind: 'invalid', fields: { form: ['Answer at least one epic'] } })
        await saveAnswers(tx, id, given as [string, Answer][], ctx.now)
        return ok({})
      },
    }),
  )
}
