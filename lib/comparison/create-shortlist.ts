import 'server-only'
import { listModules } from '@/lib/catalogue/get-module'
import { isOffSale } from '@/lib/catalogue/module-rules'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { mostLive, type Shortlist } from './shortlist'
import { mayKeepShortlist } from './shortlist-policy'
import type { CreateShortlist } from './shortlist-schema'
import { addEntries, addShortlist, countLive } from './shortlist-store'

/** Begins a shortlist of the organisation the actor stands for, with its first module where one is given (SHL-1). */
export function createShortlist(ctx: Context, input: CreateShortlist): Promise<Result<Shortlist>> {
  return transaction(async (tx) => {
    const { organisationId, userId } = ctx.actor
    const decision = mayKeepShortlist(ctx.actor, { organisationId })
    if (!decision.allowed || organisationId === null)
      return refuse({ kind: 'forbidden', because: decision.allowed ? '' : decision.because })
    if ((await countLive(tx, organisationId)) >= mostLive)
      return refuse({ kind: 'conflict', because: `There are ${mostLive} live shortlists already: archive one first` })
    const [first] = input.moduleId ? await listModules(ctx, [input.moduleId], tx) : []
    if (input.moduleId && !first) return refuse({ kind: 'not-found' })
    if (first && isOffSale(first.standing))
      return refuse({
        kind: 'conflict',
        because: `${first.listing.name} cannot be bought now (${first.standing.words})`,
      })
    const { name, description } = input
    const texts = { id: newId(), organisationId, name, description, query: null, planRunId: null, planModuleId: null }
    const shortlist: Shortlist = { ...texts, state: 'live', version: 1 }
    if (!(await addShortlist(tx, shortlist, { createdById: userId, createdAt: ctx.now })))
      return invalidField('name', 'Your organisation has a shortlist of this name already')
    if (first)
      await addEntries(tx, [
        {
          shortlistId: shortlist.id,
          moduleId: first.id,
          listingVersionId: first.listingVersionId,
          addedById: userId,
          addedAt: ctx.now,
        },
      ])
    await record(tx, ctx, {
      name: 'ShortlistCreated',
      about: { type: 'Shortlist', id: shortlist.id },
      to: 'live',
      organisationId,
      data: first ? { moduleId: first.id } : {},
    })
    return ok(shortlist)
  })
}
