import 'server-only'
import { sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { isUnderReview, mayGrow } from '../assessments/assessment'
import { mayAnswer, maySeeAssessment } from '../assessments/assessment-policy'
import { findAssessment, moveAssessment } from '../assessments/assessment-store'
import { underReview } from '../assessments/change-assessment'
import { evidenceTypeOf, maximumEvidenceBytes } from './evidence-file-rules'
import type { AddEvidence } from './evidence-schema'
import { findEvidence, insertEvidence } from './evidence-store'

/** Keeps a document under its hash. It is never changed: one that stands in another's place names that one. */
export function addEvidence(ctx: Context, input: AddEvidence): Promise<Result<{ id: string; sha256: string }>> {
  return transaction(async (tx) => {
    const assessment = await findAssessment(tx, input.id)
    if (!assessment || !maySeeAssessment(ctx.actor, assessment)) return refuse({ kind: 'not-found' })
    const decision = mayAnswer(ctx.actor, assessment)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (isUnderReview(assessment)) return refuse(underReview)
    if (!mayGrow(assessment)) return refuse({ kind: 'wrong-state', state: assessment.state, command: 'add-evidence' })
    const { bytes, title, visibility, validUntil, replacesId } = input
    if (bytes.length > maximumEvidenceBytes) return invalidField('file', 'The file must be no larger than 20 MB')
    const contentType = evidenceTypeOf(bytes)
    if (!contentType) return invalidField('file', 'Choose a PDF, PNG, JSON or CSV file; we look at what is in it')
    const { moduleVersionId } = assessment
    if (replacesId !== '' && !(await findEvidence(tx, moduleVersionId)).some((e) => e.id === replacesId))
      return invalidField('replacesId', 'Choose evidence of this module')
    // The claim's own row is written first, so that nothing slips in while it is being submitted.
    const held = await moveAssessment(tx, assessment, assessment.version, ctx.now, { state: assessment.state })
    if (!held) return refuse({ kind: 'stale' })
    const [id, sha256] = [newId(), sha256Hex(bytes)]
    await insertEvidence(tx, {
      id,
      moduleVersionId,
      title,
      sha256,
      validUntil: validUntil || null,
      visibility,
      addedAt: ctx.now,
      addedById: ctx.actor.userId,
      replacesId: replacesId || null,
      file: { fileName: input.fileName.slice(0, 200), contentType, bytes },
    })
    await record(tx, ctx, {
      name: 'EvidenceAdded',
      about: { type: 'Assessment', id: assessment.id },
      organisationId: assessment.supplierId,
      data: { evidenceId: id, sha256, moduleVersionId, visibility, ...(replacesId && { replacesId }) },
    })
    return ok({ id, sha256 })
  })
}
