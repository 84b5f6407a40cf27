import 'server-only'
import { listVersionsById, listVersionsOfSuppliers } from '@/lib/catalogue/list-listed-versions'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { isId } from '@/lib/platform/ids'
import { isAuthority } from '../assessments/assessment-policy'
import { type Endpoint, isReady, proofEndsOn } from './endpoint'
import { mayApproveEndpoint, mayKeepEndpoint, maySeeEndpoint } from './endpoint-policy'
import { findEndpoint, findEndpoints } from './endpoint-store'

export type EndpointView = Endpoint & {
  moduleName: string
  proofEndsOn: Day | null
  /** A run may start against it today. */
  ready: boolean
  may: { keep: Decision; approve: Decision }
}
export type EndpointPage = {
  endpoints: EndpointView[]
  /** Module versions of the supplier that have none yet. */
  without: { moduleVersionId: string; name: string }[]
}

/** The endpoints of the actor's own suppliers; undefined to who has none. */
export async function listOwnEndpoints(ctx: Context): Promise<EndpointPage | undefined> {
  const supplierIds = organisationsOf(ctx.actor, 'supplier-editor', 'supplier-signatory')
  if (supplierIds.length === 0) return undefined
  const versions = await listVersionsOfSuppliers(db, supplierIds)
  const endpoints = await viewsOf(ctx, await findEndpoints(db, { supplierIds }))
  const taken = new Set(endpoints.filter((e) => e.state !== 'revoked').map((e) => e.moduleVersionId))
  return {
    endpoints,
    without: versions
      .filter((v) => !taken.has(v.id))
      .map((v) => ({ moduleVersionId: v.id, name: `${v.name ?? 'A module'} ${v.version}` })),
  }
}

/** Every endpoint that is not revoked, for the authority; undefined to others. */
export async function listEndpoints(ctx: Context): Promise<EndpointView[] | undefined> {
  if (!isAuthority(ctx.actor)) return undefined
  return viewsOf(ctx, await findEndpoints(db, { states: ['proven', 'approved', 'stale', 'entered'] }))
}

/** One endpoint, for its supplier and the authority. */
export async function getEndpoint(ctx: Context, id: string): Promise<EndpointView | undefined> {
  const endpoint = isId(id) ? await findEndpoint(db, id) : undefined
  if (!endpoint || !maySeeEndpoint(ctx.actor, endpoint)) return undefined
  return (await viewsOf(ctx, [endpoint]))[0]
}

async function viewsOf(ctx: Context, endpoints: Endpoint[]): Promise<EndpointView[]> {
  const versions = await listVersionsById(
    db,
    endpoints.map((e) => e.moduleVersionId),
  )
  return endpoints.map((endpoint) => {
    const version = versions.find((v) => v.id === endpoint.moduleVersionId)
    return {
      ...endpoint,
      moduleName: version ? `${version.name ?? 'A module'} ${version.version}` : 'A module no longer listed',
      proofEndsOn: proofEndsOn(endpoint),
      ready: isReady(endpoint, dayOf(ctx.now)),
      may: mayOf(ctx.actor, endpoint),
    }
  })
}

const mayOf = (actor: Actor, endpoint: Endpoint) => ({
  keep: mayKeepEndpoint(actor, endpoint),
  approve: mayApproveEndpoint(actor, endpoint),
})
