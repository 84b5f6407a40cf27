import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { dependenciesOf, type SaysOfOthers } from './dependency'
import { type ClaimedRelation, type ClaimState, claimKey, type DependencyClaim } from './dependency-claim'
import { type ClaimCommand, dependencyMachine } from './dependency-machine'
import { addClaim, findSuppliersOf, keepNote, lockClaimsBy, moveClaim } from './dependency-store'

type Said = { targetId: string; relation: ClaimedRelation; minimumVersion: string | null; note: string | null }
type Speaker = { moduleId: string; supplierId: string }

/**
 * What a text that is being published says of modules of other suppliers becomes a claim each; part of the act of publishing.
 * The same claim keeps its answer; another version begins anew; what is said no more is dropped.
 */
export async function claimDependencies(tx: Tx, ctx: Context, by: Speaker, listing: SaysOfOthers): Promise<void> {
  const said = saidOfModules(listing)
  const known = new Map((await lockClaimsBy(tx, by.moduleId)).map((claim) => [claimKey(claim), claim]))
  const suppliers = await findSuppliersOf(
    tx,
    said.map((s) => s.targetId),
  )
  for (const claim of said) {
    const targetSupplierId = suppliers.get(claim.targetId)
    if (targetSupplierId === undefined || targetSupplierId === by.supplierId) continue
    const key = claimKey({ ...by, ...claim })
    const old = known.get(key)
    known.delete(key)
    if (!old) await begin(tx, ctx, { ...by, ...claim, targetSupplierId })
    else if (old.state === 'dropped' || old.minimumVersion !== claim.minimumVersion)
      await move(tx, ctx, old, 'claim-again', claim)
    else if (old.note !== claim.note) await keepNote(tx, old.id, claim.note)
  }
  for (const gone of known.values()) if (gone.state !== 'dropped') await move(tx, ctx, gone, 'drop', {})
}

function saidOfModules(listing: SaysOfOthers): Said[] {
  const pairs = dependenciesOf(listing).flatMap(({ relation, moduleIds = [], minimumVersion = null, note = null }) =>
    relation === 'conflicts' ? [] : moduleIds.map((targetId) => ({ targetId, relation, minimumVersion, note })),
  )
  return [...new Map(pairs.map((pair) => [`${pair.relation}/${pair.targetId}`, pair])).values()]
}

async function begin(tx: Tx, ctx: Context, claim: Parameters<typeof addClaim>[1]): Promise<void> {
  const id = await addClaim(tx, claim, ctx.now, ctx.actor.userId)
  await record(tx, ctx, {
    name: 'DependencyClaimed',
    about: { type: 'DependencyClaim', id },
    to: 'claimed',
    organisationId: claim.supplierId,
    data: { moduleId: claim.moduleId, targetId: claim.targetId, targetSupplierId: claim.targetSupplierId },
  })
}

async function move(
  tx: Tx,
  ctx: Context,
  claim: DependencyClaim,
  command: 'claim-again' | 'drop',
  change: { minimumVersion?: string | null; note?: string | null },
): Promise<void> {
  const edge = next<ClaimState, ClaimCommand>(dependencyMachine, claim.state, command)!
  const { minimumVersion, note } = change
  await moveClaim(tx, claim, claim.version, ctx.now, {
    ...(command === 'claim-again' ? { minimumVersion: minimumVersion ?? null, note: note ?? null } : {}),
    state: edge.to,
    reason: null,
    changedById: ctx.actor.userId,
  })
  await record(tx, ctx, {
    name: edge.event,
    about: { type: 'DependencyClaim', id: claim.id },
    from: claim.state,
    to: edge.to,
    organisationId: claim.supplierId,
    data: { moduleId: claim.moduleId, targetId: claim.targetId, targetSupplierId: claim.targetSupplierId },
  })
}
