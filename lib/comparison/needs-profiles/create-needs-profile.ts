import 'server-only'
import { getOrganisation } from '@/lib/identity/get-organisation'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { firstContent, type NeedsContent } from './needs-content'
import type { NeedsProfile } from './needs-profile'
import { mayEditNeeds } from './needs-profile-policy'
import type { CreateNeeds } from './needs-profile-schema'
import { addProfile, isNameTaken } from './needs-profile-store'

export const nameTaken = 'Your organisation has a live profile of this name already'

/** Begins a profile of the organisation the actor stands for; a practice is in its own from the beginning. */
export function createNeedsProfile(ctx: Context, { name }: CreateNeeds): Promise<Result<NeedsProfile>> {
  return transaction(async (tx) => {
    const { organisationId } = ctx.actor
    const decision = mayEditNeeds(ctx.actor, { organisationId })
    if (!decision.allowed || organisationId === null)
      return refuse({ kind: 'forbidden', because: decision.allowed ? '' : decision.because })
    const own = await getOrganisation(tx, organisationId)
    return keepProfile(tx, ctx, {
      organisationId,
      name,
      content: firstContent(own?.kind === 'practice' ? [own.id] : []),
    })
  })
}

type New = { organisationId: string; name: string; content: NeedsContent; copiedFrom?: string }

/** Keeps a new profile under a name that no live one of the organisation bears. */
export async function keepProfile(tx: Tx, ctx: Context, { copiedFrom, ...given }: New): Promise<Result<NeedsProfile>> {
  if (await isNameTaken(tx, given.organisationId, given.name)) return invalidField('name', nameTaken)
  const profile: NeedsProfile = {
    ...given,
    id: newId(),
    state: 'live',
    sharedWithId: null,
    createdAt: ctx.now,
    editedAt: ctx.now,
    version: 1,
  }
  await addProfile(tx, profile, ctx.actor.userId)
  await record(tx, ctx, {
    name: 'NeedsProfileCreated',
    about: { type: 'NeedsProfile', id: profile.id },
    to: 'live',
    organisationId: profile.organisationId,
    data: copiedFrom ? { copiedFrom } : {},
  })
  return ok(profile)
}
