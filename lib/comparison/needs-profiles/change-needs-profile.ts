import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { getNeedsProfile } from './get-needs-profile'
import type { NeedsProfile, NeedsProfileState } from './needs-profile'
import { type NeedsProfileCommand, needsProfileMachine } from './needs-profile-machine'
import { mayEditNeeds } from './needs-profile-policy'
import type { NeedsMove } from './needs-profile-schema'
import { moveProfile } from './needs-profile-store'

type Change = {
  fields: Partial<Pick<NeedsProfile, 'name' | 'content' | 'sharedWithId'>>
  data?: Record<string, unknown>
}

/** The common body of every change of a profile: not found, forbidden, wrong state, the change itself, stale, one event. */
export function changeNeedsProfile(
  ctx: Context,
  { id, version }: NeedsMove,
  command: NeedsProfileCommand,
  change: (tx: Tx, profile: NeedsProfile) => Promise<Result<Change>>,
): Promise<Result<NeedsProfile>> {
  return transaction(async (tx) => {
    const profile = await getNeedsProfile(ctx.actor, id, tx)
    if (!profile) return refuse({ kind: 'not-found' })
    const decision = mayEditNeeds(ctx.actor, profile)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const edge = next<NeedsProfileState, NeedsProfileCommand>(needsProfileMachine, profile.state, command)
    if (!edge) return refuse({ kind: 'wrong-state', state: profile.state, command })
    const changed = await change(tx, profile)
    if (!changed.ok) return changed
    const { fields, data = {} } = changed.value
    const kept = { ...fields, state: edge.to, ...(command === 'edit' ? { editedAt: ctx.now } : {}) }
    if (!(await moveProfile(tx, id, version, kept))) return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: edge.event,
      about: { type: 'NeedsProfile', id },
      from: profile.state,
      to: edge.to,
      organisationId: profile.organisationId,
      data,
    })
    return ok({ ...profile, ...kept, version: version + 1 })
  })
}
