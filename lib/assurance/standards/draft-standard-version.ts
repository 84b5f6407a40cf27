import 'server-only'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { StandardVersion } from '../facts'
import { loadStandards } from '../standards-store'
import { isNewerVersion } from '../version-order-rules'
import type { DraftContent, DraftRequirement } from './standard-draft'
import { contentSha256 } from './standard-draft-rules'
import { addStandardDraft, findRequirementsOf } from './standard-draft-store'
import { mayDraftStandard } from './standard-policy'

/** The author begins the next version of a standard: it starts with the requirements of the newest one, which it replaces. */
export function draftStandardVersion(
  ctx: Context,
  { standardId }: { standardId: string },
): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const decision = mayDraftStandard(ctx.actor)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const standard = (await loadStandards(tx)).find((s) => s.id === standardId)
    if (!standard) return refuse({ kind: 'not-found' })
    const id = newId()
    const newest = standard.versions
      .filter((v) => v.withdrawnOn === null)
      .toSorted((a, b) => (isNewerVersion(a, b) ? -1 : 1))[0]
    const requirements = newest ? await findRequirementsOf(tx, [newest.id]) : []
    const content = beginning(
      newest,
      requirements.map(({ standardVersionId: _, ...r }) => r),
    )
    await addStandardDraft(
      tx,
      {
        id,
        standardId,
        content,
        difference: [],
        contentSha256: contentSha256(standardId, content, []),
        state: 'draft',
        draftedById: ctx.actor.userId,
      },
      ctx.now,
    )
    await record(tx, ctx, {
      name: 'StandardVersionDrafted',
      about: { type: 'StandardVersion', id },
      to: 'draft',
      data: { standardId, part: 'beginning' },
    })
    return ok({ id })
  })
}

const beginning = (newest: StandardVersion | undefined, requirements: DraftRequirement[]): DraftContent => ({
  number: newest ? nextMinor(newest.version) : '1.0.0',
  legalBasis: 'CONTRACT',
  changeClass: 'MINOR',
  publishedOn: null,
  effectiveOn: null,
  transitionEndsOn: null,
  deprecatedOn: null,
  retiredOn: null,
  replacesIds: newest ? [newest.id] : [],
  requiredIds: [],
  conflictIds: [],
  requirements,
})

/** `2.0.2` → `2.1.0`. */
function nextMinor(version: string): string {
  const [major = '1', minor = '0'] = version.split('.')
  return `${major}.${Number(minor) + 1}.0`
}
