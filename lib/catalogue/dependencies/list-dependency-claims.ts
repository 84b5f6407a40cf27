import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { db, type Tx } from '@/lib/platform/db'
import { next } from '@/lib/platform/machine'
import { namedModules, type SaysOfOthers } from './dependency'
import { type ClaimIndex, type ClaimState, claimKey, type DependencyClaim } from './dependency-claim'
import { type ClaimCommand, dependencyMachine } from './dependency-machine'
import { speakingFor } from './dependency-policy'
import { findClaim, findClaimsAbout, findClaimsOf, findNamedModules } from './dependency-store'

export type ClaimView = DependencyClaim & {
  moduleName: string
  moduleBrand: string
  targetName: string
  answers: ('confirm' | 'dispute')[]
}

/** What others say of the actor’s own modules; undefined to those who speak for no supplier. */
export async function listClaimsAboutOwn(ctx: Context): Promise<ClaimView[] | undefined> {
  const suppliers = speakingFor(ctx.actor)
  if (suppliers.length === 0) return undefined
  return named(db, await findClaimsAbout(db, suppliers))
}

/** One claim with its names, for letters of the portal itself, so no actor is asked. */
export async function readClaim(tx: Tx, id: string): Promise<ClaimView | undefined> {
  const claim = await findClaim(tx, id)
  return claim && (await named(tx, [claim]))[0]
}

/** The claims that stand between these modules and any other, by their key: public, as the texts are. */
export const readClaims = async (tx: Tx, moduleIds: string[]): Promise<ClaimIndex> =>
  Object.fromEntries((await findClaimsOf(tx, moduleIds)).map((claim) => [claimKey(claim), claim]))

/** What stands between these modules and those that their texts name: public, as the texts are. */
export async function getRelations(_: Actor, modules: { id: string; listing: SaysOfOthers }[], tx: Tx = db) {
  const ids = [...new Set(modules.flatMap((module) => [module.id, ...namedModules(module.listing)]))]
  const claims = await readClaims(
    tx,
    modules.map((module) => module.id),
  )
  const found = await findNamedModules(tx, ids)
  return { claims, named: Object.fromEntries(Object.values(found).map((module) => [module.id, module.name])) }
}

async function named(tx: Tx, claims: DependencyClaim[]): Promise<ClaimView[]> {
  const modules = await findNamedModules(tx, [...new Set(claims.flatMap((c) => [c.moduleId, c.targetId]))])
  return claims.map((claim) => ({
    ...claim,
    moduleName: modules[claim.moduleId]?.name ?? 'A module that is not known',
    moduleBrand: modules[claim.moduleId]?.supplierBrand ?? 'unknown',
    targetName: modules[claim.targetId]?.name ?? 'A module that is not known',
    answers: (['confirm', 'dispute'] as const).filter(
      (command) => next<ClaimState, ClaimCommand>(dependencyMachine, claim.state, command) !== undefined,
    ),
  }))
}
