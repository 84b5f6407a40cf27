import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { findEvidence } from '../evidence/evidence-store'
import type { ModuleFacts } from '../facts'
import { openOf } from '../label-rules'
import { loadFactsOf } from '../load-facts-of'
import type { RequirementRow } from '../standard-value-rules'
import { type Assessment, canBeFoundIn } from './assessment'
import { mayFind, maySeeAssessment } from './assessment-policy'
import type { Find } from './assessment-schema'
import { findAssessment } from './assessment-store'
import { type FindingProposal, keyOf, subjectOf } from './finding-proposal'
import { addFindingProposals, findFindingProposals, findSignedFindings } from './finding-store'
import { standardsToFind } from './standards-to-find'

/** An assessor records what was found of one or several requirements or capabilities. It waits for a reviewer (AC-03). */
export function findRequirements(ctx: Context, input: Find): Promise<Result<{ count: number }>> {
  return transaction(async (tx) => {
    const assessment = await findAssessment(tx, input.id)
    if (!assessment || !maySeeAssessment(ctx.actor, assessment)) return refuse({ kind: 'not-found' })
    const decision = mayFind(ctx.actor, assessment)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (!canBeFoundIn(assessment)) return refuse({ kind: 'wrong-state', state: assessment.state, command: 'find' })
    const today = dayOf(ctx.now)
    const { facts, capabilityFindings } = (await loadFactsOf(tx, assessment.moduleVersionId))!
    const rows = standardsToFind(facts, today).flatMap((s) => s.rows)
    const capabilities = assessment.capabilityIds.map((capabilityId) => keyOf({ capabilityId }))
    const known = new Set([...capabilities, ...rows.map(keyOfRow)])
    const waiting = (await findFindingProposals(tx, assessment.id)).filter((p) => p.state === 'found').map(keyOf)
    const found = capabilityFindings.map(keyOf)
    const unknown = [
      ...capabilities.filter((key) => !found.includes(key)),
      ...rows.filter((row) => row.value === 'UNKNOWN').map(keyOfRow),
    ].filter((key) => !waiting.includes(key))
    const asked = input.subjects.flatMap((key) => (key === 'all-unknown' ? unknown : [key]))
    const subjects = [...new Set(asked)]
    if (subjects.length === 0)
      return refuse({ kind: 'conflict', because: 'Nothing is left: all of it is found or waits for a reviewer' })
    if (!subjects.every((key) => known.has(key))) return invalidField('subjects', 'Choose what applies to this module')
    const wrong = (await evidenceMissing(tx, assessment, input, today)) ?? notApplicable(input, subjects, facts, today)
    if (wrong) return wrong
    const signed = await findSignedFindings(tx, assessment.moduleVersionId)
    const proposals = subjects.map(
      (key): FindingProposal => ({
        id: newId(),
        assessmentId: assessment.id,
        moduleVersionId: assessment.moduleVersionId,
        standardVersionId: null,
        requirementId: null,
        capabilityId: null,
        ...subjectOf(key),
        outcome: input.outcome,
        reason: input.reason || null,
        validUntil: input.validUntil || null,
        evidenceIds: input.evidenceIds,
        correctsId: signed.findLast((finding) => keyOf(finding) === key)?.id ?? null,
        assessorId: ctx.actor.userId,
        state: 'found',
        comment: null,
      }),
    )
    if ((await addFindingProposals(tx, proposals, ctx.now)) < proposals.length)
      return refuse({ kind: 'conflict', because: 'One of these waits for a reviewer already' })
    await record(tx, ctx, {
      name: 'FindingsMade',
      about: { type: 'Assessment', id: assessment.id },
      to: 'found',
      data: { moduleVersionId: assessment.moduleVersionId, findingIds: proposals.map((p) => p.id) },
    })
    return ok({ count: proposals.length })
  })
}

const keyOfRow = ({ standardVersionId, requirement }: RequirementRow) =>
  keyOf({ standardVersionId, requirementId: requirement.id })

/** EVIDENCE_MISSING: evidence of this module version, in date (AC-03). */
async function evidenceMissing(tx: Tx, { moduleVersionId }: Assessment, { evidenceIds }: Find, today: string) {
  const own = await findEvidence(tx, moduleVersionId)
  const inDate = own.filter((e) => e.validUntil === null || e.validUntil >= today)
  return evidenceIds.length > 0 && evidenceIds.every((id) => inDate.some((e) => e.id === id))
    ? undefined
    : invalidField('evidenceIds', 'Choose evidence of this module that is in date')
}

/** What does not apply needs a reason, and nothing open against it (AC-03). */
function notApplicable({ outcome, reason }: Find, subjects: string[], facts: ModuleFacts, today: string) {
  if (outcome !== 'NOT_APPLICABLE') return undefined
  if (reason.length < 20) return invalidField('reason', 'Say in at least 20 characters why it does not apply')
  return openOf(facts, today).some((nc) => subjects.includes(keyOf(nc)))
    ? refuse({ kind: 'conflict', because: 'A non-conformity is open: it cannot be found not to apply' })
    : undefined
}
