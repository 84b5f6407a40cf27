import 'server-only'
import type { Context } from '@/lib/platform/context'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { mayKeepSuppliers } from './supplier-account-policy'
import { isSingle } from './supplier-name-rules'
import type { EndSupplierName } from './supplier-name-schema'
import { endName, findSupplierName } from './supplier-name-store'

/** Says until when a supplier bore a name. The present brand and registered name only end when the next one is kept. */
export function endSupplierName(ctx: Context, input: EndSupplierName): Promise<Result<{ supplierId: string }>> {
  return transaction(async (tx) => {
    const name = await findSupplierName(tx, input.id)
    if (!name || !mayKeepSuppliers(ctx.actor).allowed) return refuse({ kind: 'not-found' })
    const decision = mayKeepSuppliers(ctx.actor, name.supplierId)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (isSingle(name.kind)) return refuse({ kind: 'conflict', because: 'Keep the next name of this kind instead' })
    if (name.from !== null && input.to < name.from) return invalidField('to', 'The last day cannot be before the first')
    if (!(await endName(tx, name, input.version, input.to))) return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: 'SupplierNameEnded',
      about: { type: 'Supplier', id: name.supplierId },
      data: { kind: name.kind, to: input.to },
    })
    return ok({ supplierId: name.supplierId })
  })
}
