import 'server-only'
import type { Context } from '@/lib/platform/context'
import { fromZod } from '@/lib/platform/form-state'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { loadShortlist } from './load-shortlist'
import type { Shortlist } from './shortlist'
import { exclusionInput, type RemoveModule } from './shortlist-schema'
import { addExclusions, findEntries, moveShortlist, removeEntry } from './shortlist-store'

/** Takes a module off a live shortlist; where it came from a search, with the reason (SHL-2). */
export function removeFromShortlist(ctx: Context, input: RemoveModule): Promise<Result<Shortlist>> {
  return transaction(async (tx) => {
    const loaded = await loadShortlist(tx, ctx, input.shortlistId, 'remove-module')
    if (!loaded.ok) return loaded
    const { shortlist, move } = loaded.value
    const entries = await findEntries(tx, shortlist.id)
    const entry = entries.find(({ moduleId }) => moduleId === input.moduleId)
    if (!entry) return refuse({ kind: 'not-found' })
    const reason = exclusionInput.safeParse({ code: input.code, text: input.text ?? '' })
    if (shortlist.query !== null && !reason.success)
      return input.code === 'other'
        ? refuse(fromZod(reason.error))
        : invalidField('code', 'Say why it is left out: the search finds it')
    const moved = await moveShortlist(tx, shortlist, Number(input.version), move.to)
    if (!moved) return refuse({ kind: 'stale' })
    await removeEntry(tx, shortlist.id, input.moduleId)
    if (reason.success)
      await addExclusions(tx, shortlist.id, [{ ...entry, ...reason.data }], {
        excludedById: ctx.actor.userId,
        excludedAt: ctx.now,
      })
    await record(tx, ctx, {
      name: move.event,
      about: { type: 'Shortlist', id: shortlist.id },
      from: shortlist.state,
      to: move.to,
      organisationId: shortlist.organisationId,
      data: { moduleId: input.moduleId, ...(reason.success && { code: reason.data.code }) },
    })
    return ok(moved)
  })
}
