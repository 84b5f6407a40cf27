import 'server-only'
import type { Context } from '@/lib/platform/context'
import { ok, type Result } from '@/lib/platform/refusal'
import { changeDraft } from '../standards/change-draft'
import type { RequirementChange, StandardDraft } from '../standards/standard-draft'
import type { DraftMove } from '../standards/standard-draft-schema'
import { findRequirementsOf } from '../standards/standard-draft-store'

/**
 * The author says of each requirement how it came to be (RF-01). Whatever is left open stays open: the difference need not be
 * total until it is published.
 */
export const classifyRequirements = (
  ctx: Context,
  { decided, ...move }: DraftMove & { decided: RequirementChange[] },
): Promise<Result<StandardDraft>> =>
  changeDraft(ctx, move, 'difference', async (draft, tx) => {
    const old = await findRequirementsOf(tx, draft.content.replacesIds)
    const known = new Set(old.map((r) => `${r.standardVersionId}/${r.id}`))
    const ids = new Set(draft.content.requirements.map((r) => r.id))
    const difference = decided.filter(
      (c) =>
        (c.requirementId === null || ids.has(c.requirementId)) &&
        (c.fromVersionId === null || known.has(`${c.fromVersionId}/${c.fromRequirementId}`)),
    )
    return ok({ difference })
  })
