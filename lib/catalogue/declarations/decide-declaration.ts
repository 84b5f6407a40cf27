import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { DeclarationState } from './declaration'
import { type DeclarationCommand, declarationMachine } from './declaration-machine'
import { mayDecideDeclaration, mayReadDeclarations } from './declaration-policy'
import type { DecideDeclaration } from './declaration-schema'
import { findDeclaration, moveDeclaration } from './declaration-store'

/** The authority passes or fails a declaration that needed a person's eye, with the reason that the supplier reads. */
export function decideDeclaration(
  ctx: Context,
  { id, version, verdict, reason }: DecideDeclaration,
): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const declaration = await findDeclaration(tx, id)
    if (!declaration || !mayReadDeclarations(ctx.actor, declaration.supplierId)) return refuse({ kind: 'not-found' })
    const decision = mayDecideDeclaration(ctx.actor, declaration.supplierId)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const edge = next<DeclarationState, DeclarationCommand>(declarationMachine, declaration.state, verdict)
    if (!edge) return refuse({ kind: 'wrong-state', state: declaration.state, command: verdict })
    const change = { state: edge.to, decidedOn: dayOf(ctx.now), decidedById: ctx.actor.userId, reason }
    if (!(await moveDeclaration(tx, declaration, version, change))) return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: edge.event,
      about: { type: 'SupplierDeclaration', id },
      from: declaration.state,
      to: edge.to,
      data: { supplierId: declaration.supplierId },
    })
    return ok({ id })
  })
}
