import 'server-only'
import { grantOf, organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { findSuppliers } from '../drafts/own-module-store'
import { findReferenceNames } from '../reference-store'
import type { EpicProposal } from './epic-proposal'
import { mayDecideEpic } from './epic-proposal-policy'
import { findOpenCapabilities, findProposals } from './epic-proposal-store'

export type EpicProposalView = EpicProposal & { brand: string; capability: string; mayDecide: Decision }
export type OwnEpics = {
  suppliers: { id: string; brand: string }[]
  capabilities: { id: string; name: string }[]
  proposals: EpicProposalView[]
}

/** What the actor’s own suppliers have proposed, and for which capabilities they may propose; undefined to others. */
export async function listOwnEpics(ctx: Context): Promise<OwnEpics | undefined> {
  const ids = organisationsOf(ctx.actor, 'supplier-editor', 'supplier-signatory')
  if (ids.length === 0) return undefined
  const suppliers = await findSuppliers(db, ids)
  return {
    suppliers: suppliers.map(({ organisationId, brand }) => ({ id: organisationId, brand })),
    capabilities: await findOpenCapabilities(db),
    proposals: await views(ctx, ids),
  }
}

/** Every proposal, for curators; undefined to others. */
export async function listEpicProposals(ctx: Context): Promise<EpicProposalView[] | undefined> {
  return grantOf(ctx.actor, 'curator') ? views(ctx) : undefined
}

async function views(ctx: Context, supplierIds?: string[]): Promise<EpicProposalView[]> {
  const [proposals, { capabilities }] = await Promise.all([findProposals(db, supplierIds), findReferenceNames(db)])
  return proposals.map((proposal) => ({
    ...proposal,
    capability: capabilities[proposal.capabilityId]?.name ?? proposal.capabilityId,
    mayDecide: mayDecideEpic(ctx.actor, proposal),
  }))
}
