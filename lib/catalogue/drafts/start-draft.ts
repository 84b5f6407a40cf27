import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { emptyListing } from './listing-draft'
import { isOwn } from './listing-draft-policy'
import type { StartDraft } from './listing-draft-schema'
import { addDraft, findDraftOf } from './listing-draft-store'
import { addModule, findInForce, findOwnModule, findSupplier } from './own-module-store'
import { isOlder } from './version-rules'

/** Starts the text of a new module, or copies the published one of a module that has no open draft (LST-1). */
export function startDraft(ctx: Context, input: StartDraft): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const module = input.moduleId === '' ? undefined : await findOwnModule(tx, input.moduleId)
    if (input.moduleId !== '' && !module) return refuse({ kind: 'not-found' })
    const supplierId = module?.supplierId ?? input.supplierId
    const supplier = await findSupplier(tx, supplierId)
    if (!supplier || !isOwn(ctx.actor, { supplierId })) return refuse({ kind: 'not-found' })
    if (supplier.status !== 'active')
      return refuse({ kind: 'conflict', because: 'This supplier is suspended: nothing of theirs can be listed' })
    if (module && (await findDraftOf(tx, module.id, ['withdrawing'])))
      return refuse({ kind: 'conflict', because: 'This module is being withdrawn' })
    const inForce = module && (await findInForce(tx, module.currentListingId))
    if (inForce && isOlder(input.moduleVersion, inForce.version))
      return invalidField('moduleVersion', `The version must be ${inForce.version} or a later one`)
    return begin(tx, ctx, { ...input, supplierId }, inForce?.content)
  })
}

type Beginning = Pick<StartDraft, 'moduleId' | 'supplierId' | 'moduleVersion' | 'product'>

async function begin(
  tx: Tx,
  ctx: Context,
  { moduleId: known, supplierId, moduleVersion, product }: Beginning,
  published: ReturnType<typeof emptyListing> | undefined,
): Promise<Result<{ id: string }>> {
  const moduleId = known === '' ? await addModule(tx, supplierId, ctx.now) : known
  const content = { ...(published ?? emptyListing(moduleVersion, product)), version: moduleVersion }
  const id = newId()
  const draft = { id, moduleId, supplierId, moduleVersion, content, state: 'draft' as const }
  if (!(await addDraft(tx, { ...draft, startedById: ctx.actor.userId, at: ctx.now })))
    return refuse({ kind: 'conflict', because: 'This module has an open draft already' })
  await record(tx, ctx, {
    name: 'ListingDrafted',
    about: { type: 'ListingDraft', id },
    to: 'draft',
    organisationId: supplierId,
    data: { moduleId, supplierId, copied: published !== undefined },
  })
  return ok({ id })
}
