import 'server-only'
import type { Context } from '@/lib/platform/context'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { loadStandards } from '../standards-store'
import { changeDraft } from './change-draft'
import { type DraftContent, mostRequirements, type StandardDraft } from './standard-draft'
import { defaultTransitionEnd, faultsOfDays, isNumberTaken } from './standard-draft-rules'
import type { DraftHead, DraftMove, DraftRequirementInput } from './standard-draft-schema'
import { areStandards } from './standard-draft-store'

/** Number, basis, days and what it replaces (FA-01). A transition without a last day gets its class's default (SV-02). */
export const editStandardVersion = (
  ctx: Context,
  { id, version, ...head }: DraftHead,
): Promise<Result<StandardDraft>> =>
  changeDraft(ctx, { id, version }, 'head', async (draft, tx) => {
    const standards = await loadStandards(tx)
    const own = standards.find((s) => s.id === draft.standardId)?.versions ?? []
    const replaced = standards.flatMap((s) => s.versions).filter((v) => head.replacesIds.includes(v.id))
    if (replaced.length < new Set(head.replacesIds).size) return invalidField('replacesIds', 'Choose known versions')
    if (isNumberTaken(head.number, own)) return invalidField('number', 'Enter a number above the versions there are')
    if (!(await areStandards(tx, head.requiredIds))) return invalidField('requiredIds', 'Enter ids of known standards')
    if (!(await areStandards(tx, head.conflictIds))) return invalidField('conflictIds', 'Enter ids of known standards')
    const transitionEndsOn =
      head.transitionEndsOn ??
      (head.effectiveOn && head.legalBasis === 'CONTRACT'
        ? defaultTransitionEnd(head.changeClass, head.effectiveOn, replaced)
        : null)
    const content: DraftContent = { ...draft.content, ...head, transitionEndsOn }
    const fields = faultsOfDays(content)
    if (Object.keys(fields).length > 0) return refuse({ kind: 'invalid', fields })
    return ok({ content, difference: withoutGone(draft, content) })
  })

/** Adds a requirement, or changes the one that had the id `was` (FA-02). */
export const writeRequirement = (
  ctx: Context,
  { id, version, was, requirementId, checks = [], ...rest }: DraftRequirementInput,
): Promise<Result<StandardDraft>> =>
  changeDraft(ctx, { id, version }, 'requirement', (draft) => {
    const others = draft.content.requirements.filter((r) => r.id !== was)
    if (others.some((r) => r.id === requirementId))
      return invalidField('requirementId', 'Another requirement has this id')
    if (others.length >= mostRequirements)
      return invalidField('requirementId', `A version has ${mostRequirements} requirements at most`)
    const requirements = [...others, { id: requirementId, ...rest, checks }].sort((a, b) => (a.id < b.id ? -1 : 1))
    const content = { ...draft.content, requirements }
    return ok({ content, difference: withoutGone(draft, content, was) })
  })

/** Takes a requirement out of the draft. */
export const removeRequirement = (
  ctx: Context,
  { requirementId, ...move }: DraftMove & { requirementId: string },
): Promise<Result<StandardDraft>> =>
  changeDraft(ctx, move, 'requirement', (draft) => {
    const requirements = draft.content.requirements.filter((r) => r.id !== requirementId)
    if (requirements.length === draft.content.requirements.length) return refuse({ kind: 'not-found' })
    const content = { ...draft.content, requirements }
    return ok({ content, difference: withoutGone(draft, content) })
  })

/** What was decided of a requirement that is gone or has changed, or of a version that is not replaced any more, is to be decided anew. */
function withoutGone({ difference }: StandardDraft, { requirements, replacesIds }: DraftContent, changedId = '') {
  const ids = new Set(requirements.map((r) => r.id))
  return difference.filter(
    (c) =>
      (c.requirementId === null || ids.has(c.requirementId)) &&
      (c.fromVersionId === null || replacesIds.includes(c.fromVersionId)) &&
      (changedId === '' || c.requirementId !== changedId),
  )
}
