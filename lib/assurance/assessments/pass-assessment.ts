import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { loadFactsOf } from '../load-facts-of'
import { type Assessment, asksOnlyStandards } from './assessment'
import { mayAdvance } from './assessment-policy'
import { capabilitiesNotFound, rowsNotAssessed } from './assessment-rules'
import type { AssessmentMove } from './assessment-schema'
import { changeAssessment } from './change-assessment'

/** The pre-check or the capability review is passed; the latter only when something signed is known of every capability. */
export function passAssessment(ctx: Context, input: AssessmentMove): Promise<Result<Assessment>> {
  return transaction((tx) =>
    changeAssessment(tx, ctx, input, {
      command: 'pass',
      may: mayAdvance,
      change: async ({ state, moduleVersionId, capabilityIds }) => {
        const loaded = await loadFactsOf(tx, moduleVersionId)
        const missing = capabilitiesNotFound(capabilityIds, loaded?.capabilityFindings ?? [], dayOf(ctx.now))
        return state === 'capability-review' && missing.length > 0
          ? refuse({ kind: 'conflict', because: `No signed finding yet of ${missing.join(', ')}` })
          : ok({})
      },
    }),
  )
}

/** The assessment goes to the officers: every MUST has a signed finding or a machine's result. */
export function readyAssessment(ctx: Context, input: AssessmentMove): Promise<Result<Assessment>> {
  return transaction((tx) =>
    changeAssessment(tx, ctx, input, {
      command: 'ready',
      may: mayAdvance,
      change: async (assessment) => {
        if (asksOnlyStandards(assessment)) return refuse(nothingToList)
        const loaded = await loadFactsOf(tx, assessment.moduleVersionId)
        const open = loaded ? rowsNotAssessed(loaded.facts, dayOf(ctx.now)) : []
        return open.length > 0
          ? refuse({
              kind: 'conflict',
              because: `No signed finding yet of ${listed(open.map((r) => r.requirement.id))}`,
            })
          : ok({})
      },
    }),
  )
}

const nothingToList = {
  kind: 'conflict',
  because: 'It claims nothing new, so there is nothing to list: a reviewer says when it is done',
} as const

export const listed = (ids: string[]) =>
  ids.length > 5 ? `${ids.slice(0, 5).join(', ')} and ${ids.length - 5} more` : ids.join(', ')
