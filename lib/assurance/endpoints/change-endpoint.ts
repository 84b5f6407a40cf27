import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { isId } from '@/lib/platform/ids'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Refusal, type Result, refuse } from '@/lib/platform/refusal'
import type { Endpoint } from './endpoint'
import { type EndpointCommand, endpointMachine } from './endpoint-machine'
import { maySeeEndpoint } from './endpoint-policy'
import type { EndpointMove } from './endpoint-schema'
import { findEndpoint, moveEndpoint } from './endpoint-store'

type Change = Parameters<typeof moveEndpoint>[3]
type Act = {
  command: EndpointCommand
  may: (actor: Context['actor'], endpoint: Endpoint) => Decision
  change: (endpoint: Endpoint) => Promise<Change | Refusal> | Change | Refusal
  /** Ids, codes and figures for the history. */
  data?: (endpoint: Endpoint) => Record<string, unknown>
}
const isRefusal = (change: Change | Refusal): change is Refusal => 'kind' in change

/** The common body of every act on an endpoint: seen, allowed, a legal move, guarded by its version, recorded once. */
export async function changeEndpoint(tx: Tx, ctx: Context, move: EndpointMove, act: Act): Promise<Result<Endpoint>> {
  const endpoint = isId(move.id) ? await findEndpoint(tx, move.id) : undefined
  const isPortal = ctx.actor.kind === 'system'
  if (!endpoint || !(isPortal || maySeeEndpoint(ctx.actor, endpoint))) return refuse({ kind: 'not-found' })
  const may = act.may(ctx.actor, endpoint)
  if (!may.allowed) return refuse({ kind: 'forbidden', because: may.because })
  const edge = next(endpointMachine, endpoint.state, act.command)
  if (!edge) return refuse({ kind: 'wrong-state', state: endpoint.state, command: act.command })
  const change = await act.change(endpoint)
  if (isRefusal(change)) return refuse(change)
  const state = change.state ?? edge.to
  if (!(await moveEndpoint(tx, endpoint.id, move.version, { ...change, state }))) return refuse({ kind: 'stale' })
  await record(tx, ctx, {
    name: edge.event,
    about: { type: 'Endpoint', id: endpoint.id },
    from: endpoint.state,
    to: state,
    organisationId: endpoint.supplierId,
    data: { moduleVersionId: endpoint.moduleVersionId, ...act.data?.(endpoint) },
  })
  return ok({ ...endpoint, ...change, state, version: move.version + 1 } as Endpoint)
}
