import 'server-only'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { readOneInstant } from '@/lib/platform/one-instant'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { compareModules } from '../compare-modules'
import { mayKeepShortlist } from '../shortlist-policy'
import type { SavedComparison } from './saved-comparison'
import { frozenOf } from './saved-comparison-rules'
import type { SaveComparison } from './saved-comparison-schema'
import { addSavedComparison } from './saved-comparison-store'

/** Keeps a comparison as it stands: listings, prices and standings of one instant, hashed and never changed (CMP-3). */
export function saveComparison(ctx: Context, input: SaveComparison): Promise<Result<SavedComparison>> {
  const { name, description, moduleIds, patients, term } = input
  const { organisationId, userId } = ctx.actor
  return transaction(async (tx) => {
    await readOneInstant(tx)
    const decision = mayKeepShortlist(ctx.actor, { organisationId })
    if (!decision.allowed || organisationId === null)
      return refuse({ kind: 'forbidden', because: decision.allowed ? '' : decision.because })
    const compared = await compareModules(ctx, moduleIds, { patients, term }, tx)
    if (!compared.ok) return compared
    const asOf = dayOf(ctx.now)
    const content = canonicalJson(frozenOf(compared.value, { patients, term }, asOf))
    const sha256 = sha256Hex(content)
    const saved = { id: newId(), organisationId, name, description, asOf, sha256, savedAt: ctx.now }
    if (!(await addSavedComparison(tx, saved, content, userId)))
      return invalidField('name', 'Your organisation has a saved comparison of this name already')
    await record(tx, ctx, {
      name: 'ComparisonSaved',
      about: { type: 'SavedComparison', id: saved.id },
      organisationId,
      data: { sha256, listingVersionIds: compared.value.modules.map((m) => m.listingVersionId) },
    })
    return ok(saved)
  })
}
