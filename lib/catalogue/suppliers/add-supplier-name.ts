import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { mayKeepSuppliers } from './supplier-account-policy'
import { holderOf, isSingle, lastDayBefore } from './supplier-name-rules'
import type { AddSupplierName } from './supplier-name-schema'
import {
  endNamesOf,
  findNamedSupplier,
  findSupplierNames,
  insertName,
  lockNames,
  showName,
} from './supplier-name-store'

/**
 * Keeps a name of a supplier. A new brand or registered name holds from today or an earlier day, ends the one before it and
 * is shown from now on. A name that another supplier bears on any of these days is refused as ambiguous (NAM-1).
 */
export function addSupplierName(ctx: Context, input: AddSupplierName): Promise<Result<{ supplierId: string }>> {
  return transaction(async (tx) => {
    const supplier = await findNamedSupplier(tx, input.supplierId)
    if (!supplier || !mayKeepSuppliers(ctx.actor).allowed) return refuse({ kind: 'not-found' })
    const decision = mayKeepSuppliers(ctx.actor, input.supplierId)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const { kind, from, to } = input
    if (from !== null && to !== null && to < from) return invalidField('to', 'The last day cannot be before the first')
    if (isSingle(kind) && (from === null || from > dayOf(ctx.now)))
      return invalidField('from', 'Enter from which day it holds: today or an earlier day')
    if (isSingle(kind) && to !== null) return invalidField('to', 'Leave this empty: the next such name ends it')
    await lockNames(tx)
    const names = await findSupplierNames(tx)
    if (holderOf(input, names))
      return invalidField('name', 'Another supplier bears this name on these days: it would be ambiguous')
    if (isSingle(kind)) await replace(tx, ctx, input, kind, supplier)
    await insertName(tx, { ...input, addedById: ctx.actor.userId, addedAt: ctx.now })
    await record(tx, ctx, {
      name: 'SupplierNamed',
      about: { type: 'Supplier', id: input.supplierId },
      data: { kind, from, to },
    })
    return ok({ supplierId: input.supplierId })
  })
}

/** The name before it ends the day before, and stays in the history though it was never kept as a row. */
async function replace(
  tx: Tx,
  ctx: Context,
  { supplierId, name, from }: AddSupplierName,
  kind: 'brand' | 'legal',
  supplier: { brand: string; legalName: string },
): Promise<void> {
  const to = lastDayBefore(from!)
  const known = (await findSupplierNames(tx)).some((n) => n.supplierId === supplierId && n.kind === kind && n.id !== '')
  const old = { supplierId, kind, name: kind === 'brand' ? supplier.brand : supplier.legalName, from: null, to }
  if (known) await endNamesOf(tx, supplierId, kind, to)
  else await insertName(tx, { ...old, addedById: ctx.actor.userId, addedAt: ctx.now })
  await showName(tx, supplierId, kind, name)
}
