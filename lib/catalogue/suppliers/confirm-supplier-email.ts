import 'server-only'
import { sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { SupplierAccountState } from './supplier-account'
import { type SupplierAccountCommand, supplierAccountMachine } from './supplier-account-machine'
import { findRequestByToken, moveRequest } from './supplier-account-store'

/** Proves the address of a request by the link in the letter: once, within 24 hours. Who holds the link may. */
export function confirmSupplierEmail(ctx: Context, token: string): Promise<Result<true>> {
  return transaction(async (tx) => {
    const request = await findRequestByToken(tx, sha256Hex(token))
    if (!request || request.expiresAt <= ctx.now) return refuse({ kind: 'not-found' })
    const edge = next<SupplierAccountState, SupplierAccountCommand>(supplierAccountMachine, request.state, 'confirm')
    if (!edge) return refuse({ kind: 'not-found' })
    if (!(await moveRequest(tx, request, request.version, edge.to))) return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: edge.event,
      about: { type: 'SupplierRequest', id: request.id },
      from: request.state,
      to: edge.to,
      organisationId: null,
    })
    return ok(true)
  })
}
