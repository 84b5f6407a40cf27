import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { isId } from '@/lib/platform/ids'
import { mayKeepSuppliers } from './supplier-account-policy'
import type { SupplierName } from './supplier-name'
import { isBorneOn } from './supplier-name-rules'
import { findNamedSupplier, findSupplierNames } from './supplier-name-store'

export type KeptSupplierView = {
  id: string
  brand: string
  legalName: string
  companyNumber: string | null
  status: string
  statusReason: string | null
  names: (SupplierName & { holds: boolean })[]
  mayKeep: Decision
}

/** A supplier with every name it bears or bore, for a curator; undefined to everybody else. */
export async function getKeptSupplier(ctx: Context, id: string): Promise<KeptSupplierView | undefined> {
  if (!mayKeepSuppliers(ctx.actor).allowed || !isId(id)) return undefined
  const supplier = await findNamedSupplier(db, id)
  if (!supplier) return undefined
  const { organisationId, ...facts } = supplier
  const names = (await findSupplierNames(db)).filter((name) => name.supplierId === organisationId)
  return {
    id: organisationId,
    ...facts,
    names: names.map((name) => ({ ...name, holds: isBorneOn(name, dayOf(ctx.now)) })),
    mayKeep: mayKeepSuppliers(ctx.actor, organisationId),
  }
}
