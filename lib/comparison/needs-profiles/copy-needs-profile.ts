import 'server-only'
import type { Context } from '@/lib/platform/context'
import { type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { keepProfile } from './create-needs-profile'
import { getNeedsProfile } from './get-needs-profile'
import type { NeedsProfile } from './needs-profile'
import { mayEditNeeds } from './needs-profile-policy'
import type { CopyNeeds } from './needs-profile-schema'

/** A copy to change, in the same organisation: the original, its plans and its sharing stay as they are. */
export function copyNeedsProfile(ctx: Context, { id, name }: CopyNeeds): Promise<Result<NeedsProfile>> {
  return transaction(async (tx) => {
    const profile = await getNeedsProfile(ctx.actor, id, tx)
    if (!profile) return refuse({ kind: 'not-found' })
    const decision = mayEditNeeds(ctx.actor, profile)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const { organisationId, content } = profile
    return keepProfile(tx, ctx, { organisationId, content, name, copiedFrom: id })
  })
}
