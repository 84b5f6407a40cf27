import 'server-only'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { isMandatory, type ModuleFacts } from '../facts'
import { loadFactsOf } from '../load-facts-of'
import { findVersionsAsked } from '../refresh/obligation-store'
import { rankOf } from '../standard-value-rules'
import { type Assessment, asksOnlyStandards } from './assessment'
import { mayFinish } from './assessment-policy'
import type { AssessmentMove } from './assessment-schema'
import { changeAssessment } from './change-assessment'
import { findFindingProposals } from './finding-store'
import { listed } from './pass-assessment'
import { standardsToFind } from './standards-to-find'

/**
 * A reviewer says that what was asked is found. The module is listed already, so no officer decides anything: the signed
 * findings speak for themselves, whether they say met or not met.
 */
export function finishAssessment(ctx: Context, input: AssessmentMove): Promise<Result<Assessment>> {
  return transaction((tx) =>
    changeAssessment(tx, ctx, input, {
      command: 'finish',
      may: mayFinish,
      change: async (assessment) => {
        if (!asksOnlyStandards(assessment))
          return refuse({ kind: 'conflict', because: 'It claims capabilities: two officers decide on them' })
        if ((await findFindingProposals(tx, assessment.id)).some((finding) => finding.state === 'found'))
          return refuse({ kind: 'conflict', because: 'A finding waits for a signature' })
        const open = await notFound(tx, assessment, dayOf(ctx.now))
        return open.length > 0
          ? refuse({ kind: 'conflict', because: `No signed finding yet of ${listed(open)}` })
          : ok({})
      },
    }),
  )
}

/** What the obligations asked when it was opened, is still in force, and is neither shown nor found since. */
async function notFound(tx: Tx, { moduleVersionId, openedAt }: Assessment, today: Day): Promise<string[]> {
  const asked = await findVersionsAsked(tx, moduleVersionId, openedAt)
  const { facts } = (await loadFactsOf(tx, moduleVersionId))!
  return standardsToFind(facts, today)
    .flatMap((standard) => standard.rows)
    .filter(({ standardVersionId, requirement, value }) => {
      const isAsked =
        asked.includes(standardVersionId) && isMandatory(requirement) && rankOf(value) < rankOf('WORK_OFF')
      return isAsked && !wasFoundSince(facts, { standardVersionId, requirementId: requirement.id }, dayOf(openedAt))
    })
    .map((row) => row.requirement.id)
}

const wasFoundSince = (facts: ModuleFacts, key: { standardVersionId: string; requirementId: string }, day: Day) =>
  facts.findings.some(
    (f) => f.standardVersionId === key.standardVersionId && f.requirementId === key.requirementId && f.on >= day,
  )
