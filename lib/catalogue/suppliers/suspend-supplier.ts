import 'server-only'
import type { Context } from '@/lib/platform/context'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { SupplierAccountState } from './supplier-account'
import { type SupplierAccountCommand, supplierAccountMachine } from './supplier-account-machine'
import { mayKeepSuppliers } from './supplier-account-policy'
import type { SuspendSupplier } from './supplier-account-schema'
import { findSupplierStatus, moveSupplier } from './supplier-account-store'

type Answer = Promise<Result<{ supplierId: string }>>

/** Takes a supplier's modules out of the catalogue for a time; contracts in force run on (LST-5). */
export const suspendSupplier = (ctx: Context, input: SuspendSupplier): Answer => change(ctx, input, 'suspend')

/** Lists them again. */
export const reinstateSupplier = (ctx: Context, input: SuspendSupplier): Answer => change(ctx, input, 'reinstate')

function change(ctx: Context, { supplierId, reason }: SuspendSupplier, command: 'suspend' | 'reinstate'): Answer {
  return transaction(async (tx) => {
    const supplier = await findSupplierStatus(tx, supplierId)
    if (!supplier || !mayKeepSuppliers(ctx.actor).allowed) return refuse({ kind: 'not-found' })
    const decision = mayKeepSuppliers(ctx.actor, supplierId)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const state = supplier.status as SupplierAccountState
    const edge = next<SupplierAccountState, SupplierAccountCommand>(supplierAccountMachine, state, command)
    if (!edge) return refuse({ kind: 'wrong-state', state, command })
    if (!(await moveSupplier(tx, supplierId, state, edge.to, reason))) return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: edge.event,
      about: { type: 'Supplier', id: supplierId },
      from: state,
      to: edge.to,
    })
    return ok({ supplierId })
  })
}
