import 'server-only'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { SupplierRequest } from './supplier-account'
import { mayKeepSuppliers } from './supplier-account-policy'
import { findAllSuppliers, findByCompanyNumbers, findWaitingRequests } from './supplier-account-store'
import type { SupplierName } from './supplier-name'
import { matchName } from './supplier-name-rules'
import { findSupplierNames } from './supplier-name-store'

export type WaitingRequest = SupplierRequest & {
  /** The supplier that this person would join: it has the company number already. */
  joins: string | null
  /** Suppliers here that bear the brand or the registered name already (NAM-1); null where nobody does. */
  likeWhom: string | null
}
export type KeptSupplier = {
  id: string
  brand: string
  legalName: string
  companyNumber: string | null
  status: string
}
export type SupplierDesk = { requests: WaitingRequest[]; suppliers: KeptSupplier[] }

/** Requests that wait and all suppliers, for a curator; undefined to everybody else. */
export async function getSupplierDesk(ctx: Context): Promise<SupplierDesk | undefined> {
  if (!mayKeepSuppliers(ctx.actor).allowed) return undefined
  const requests = await findWaitingRequests(db)
  const known = await findByCompanyNumbers(
    db,
    requests.map((request) => request.companyNumber),
  )
  const [suppliers, names] = await Promise.all([findAllSuppliers(db), findSupplierNames(db)])
  return {
    requests: requests.map((request) => ({
      ...request,
      likeWhom: likeWhom(request, dayOf(ctx.now), names, suppliers),
      joins: known.find((s) => s.companyNumber === request.companyNumber)?.brand ?? null,
    })),
    suppliers: suppliers.map(({ organisationId, ...supplier }) => ({ id: organisationId, ...supplier })),
  }
}

function likeWhom(
  { brand, legalName }: SupplierRequest,
  today: Day,
  names: SupplierName[],
  suppliers: { organisationId: string; brand: string }[],
): string | null {
  const ids = [brand, legalName].flatMap((name) => {
    const match = matchName(name, today, names)
    return match.kind === 'none' ? [] : match.kind === 'one' ? [match.supplierId] : match.supplierIds
  })
  const like = suppliers.filter(({ organisationId }) => ids.includes(organisationId)).map((s) => s.brand)
  return like.length > 0 ? like.join(', ') : null
}
