import 'server-only'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import type { Actor } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { NonConformityState, StoredNonConformity } from './non-conformity'
import { type NonConformityCommand, nonConformityMachine } from './non-conformity-machine'
import { maySeeNonConformity } from './non-conformity-policy'
import { findNonConformity, moveNonConformity } from './non-conformity-store'

type Change = Omit<Parameters<typeof moveNonConformity>[3], 'state'>
export type NonConformityAct = {
  command: NonConformityCommand
  may: (actor: Actor, nc: StoredNonConformity & { supplierId: string }) => Decision
  /** Asks the facts and says what changes with the state. */
  change: (nc: StoredNonConformity) => Promise<Result<Change>> | Result<Change>
  data?: Record<string, unknown>
}

/** The common body of what people do with a non-conformity: who may see it, who may move it, whether it may move, the event. */
export async function changeNonConformity(
  tx: Tx,
  ctx: Context,
  { id, version }: { id: string; version: number },
  { command, may, change, data = {} }: NonConformityAct,
): Promise<Result<StoredNonConformity>> {
  const nc = await findNonConformity(tx, id)
  const module = nc && (await getVersionById(tx, nc.moduleVersionId))
  if (!module || !maySeeNonConformity(ctx.actor, module)) return refuse({ kind: 'not-found' })
  const decision = may(ctx.actor, { ...nc, supplierId: module.supplierId })
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  const edge = next<NonConformityState, NonConformityCommand>(nonConformityMachine, nc.state, command)
  if (!edge) return refuse({ kind: 'wrong-state', state: nc.state, command })
  if (nc.version !== version) return refuse({ kind: 'stale' })
  const changed = await change(nc)
  if (!changed.ok) return changed
  if (!(await moveNonConformity(tx, id, version, { ...changed.value, state: edge.to })))
    return refuse({ kind: 'stale' })
  await record(tx, ctx, {
    name: edge.event,
    about: { type: 'ModuleVersion', id: nc.moduleVersionId },
    from: nc.state,
    to: edge.to,
    data: { nonConformityId: id, requirementId: nc.requirementId, source: nc.source, ...data },
  })
  return ok(nc)
}
