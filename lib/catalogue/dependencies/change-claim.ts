import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { ClaimState, DependencyClaim } from './dependency-claim'
import { type ClaimCommand, dependencyMachine } from './dependency-machine'
import { findClaim, moveClaim } from './dependency-store'

type Act = {
  id: string
  version: number
  command: ClaimCommand
  maySee: (claim: DependencyClaim) => boolean
  may: (claim: DependencyClaim) => Decision
  reason: string | null
  data?: Record<string, unknown>
}

/** The ladder of every answer to a claim: not found, forbidden, wrong state, stale, done with its event. */
export async function changeClaim(tx: Tx, ctx: Context, act: Act): Promise<Result<{ id: string; state: ClaimState }>> {
  const claim = await findClaim(tx, act.id)
  if (!claim || !act.maySee(claim)) return refuse({ kind: 'not-found' })
  const decision = act.may(claim)
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  const edge = next<ClaimState, ClaimCommand>(dependencyMachine, claim.state, act.command)
  if (!edge) return refuse({ kind: 'wrong-state', state: claim.state, command: act.command })
  const change = { state: edge.to, reason: act.reason, changedById: ctx.actor.userId }
  if (!(await moveClaim(tx, claim, act.version, ctx.now, change))) return refuse({ kind: 'stale' })
  const { moduleId, targetId, targetSupplierId } = claim
  await record(tx, ctx, {
    name: edge.event,
    about: { type: 'DependencyClaim', id: claim.id },
    from: claim.state,
    to: edge.to,
    organisationId: targetSupplierId,
    data: { moduleId, targetId, supplierId: claim.supplierId, ...act.data },
  })
  return ok({ id: claim.id, state: edge.to })
}
