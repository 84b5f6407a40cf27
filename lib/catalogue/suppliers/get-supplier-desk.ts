import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import type { SupplierRequest } from './supplier-account'
import { mayKeepSuppliers } from './supplier-account-policy'
import { findAllSuppliers, findByCompanyNumbers, findWaitingRequests } from './supplier-account-store'

export type WaitingRequest = SupplierRequest & {
  /** The supplier that this person would join: it has the company number already. */
  joins: string | null
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
export async function getSupplierDesk(actor: Actor): Promise<SupplierDesk | undefined> {
  if (!mayKeepSuppliers(actor).allowed) return undefined
  const requests = await findWaitingRequests(db)
  const known = await findByCompanyNumbers(
    db,
    requests.map((request) => request.companyNumber),
  )
  const suppliers = await findAllSuppliers(db)
  return {
    requests: requests.map((request) => ({
      ...request,
      joins: known.find((s) => s.companyNumber === request.companyNumber)?.brand ?? null,
    })),
    suppliers: suppliers.map(({ organisationId, ...supplier }) => ({ id: organisationId, ...supplier })),
  }
}
