import 'server-only'
import type { RegisterAnswer } from '@/lib/platform/company-register'
import type { Tx } from '@/lib/platform/db'
import type { SupplierAccountState, SupplierRequest } from './supplier-account'
import type { RequestSupplier } from './supplier-account-schema'

const columns = {
  id: true,
  companyNumber: true,
  legalName: true,
  brand: true,
  personName: true,
  email: true,
  state: true,
  version: true,
  registerSaid: true,
  requestedAt: true,
  expiresAt: true,
} as const

type Row = Omit<SupplierRequest, 'state' | 'registerSaid'> & { state: string; registerSaid: string | null }
const requestOf = (row: Row): SupplierRequest => ({
  ...row,
  state: row.state as SupplierAccountState,
  registerSaid: row.registerSaid as RegisterAnswer | null,
})

export async function findRequest(tx: Tx, id: string): Promise<SupplierRequest | undefined> {
  const row = await tx.supplierRequest.findUnique({ where: { id }, select: columns })
  return row ? requestOf(row) : undefined
}

export async function findRequestByToken(tx: Tx, tokenHash: string): Promise<SupplierRequest | undefined> {
  const row = await tx.supplierRequest.findUnique({ where: { tokenHash }, select: columns })
  return row ? requestOf(row) : undefined
}

/** Requests that wait for the authority, the oldest first. */
export async function findWaitingRequests(tx: Tx): Promise<SupplierRequest[]> {
  const rows = await tx.supplierRequest.findMany({
    where: { state: 'checking' },
    select: columns,
    orderBy: { requestedAt: 'asc' },
    take: 200,
  })
  return rows.map(requestOf)
}

/** How many requests were made since then, by anybody; and how many of this address are still open. */
export async function countRequests(tx: Tx, since: Date, email: string): Promise<{ all: number; own: number }> {
  const all = await tx.supplierRequest.count({ where: { requestedAt: { gt: since } } })
  const own = await tx.supplierRequest.count({ where: { email, requestedAt: { gt: since }, state: 'requested' } })
  return { all, own }
}

type New = RequestSupplier & { id: string; tokenHash: string; expiresAt: Date; requestedAt: Date; state: string }
export async function addRequest(tx: Tx, request: New): Promise<void> {
  await tx.supplierRequest.create({ data: request, select: { id: true } })
}

type Change = { reason?: string; decidedById?: string; decidedAt?: Date; supplierId?: string }

/** False where somebody moved it since. */
export async function moveRequest(
  tx: Tx,
  { id, state: from }: SupplierRequest,
  version: number,
  state: SupplierAccountState,
  change: Change = {},
): Promise<boolean> {
  const { count } = await tx.supplierRequest.updateMany({
    where: { id, version, state: from },
    data: { state, version: { increment: 1 }, ...change },
  })
  return count === 1
}

/** Keeps what the register said, once. */
export async function keepRegisterAnswer(tx: Tx, id: string, said: RegisterAnswer, at: Date): Promise<void> {
  await tx.supplierRequest.updateMany({
    where: { id, registerSaid: null },
    data: { registerSaid: said, registerAt: at },
  })
}

/** The supplier that has this company number already (SUP-2). */
export const findByCompanyNumber = (tx: Tx, number: string) =>
  tx.supplier.findFirst({ where: { companyNumber: number }, select: { organisationId: true, brand: true } })

export const findByCompanyNumbers = (tx: Tx, numbers: string[]) =>
  tx.supplier.findMany({
    where: { companyNumber: { in: numbers } },
    select: { companyNumber: true, brand: true },
  })

export const findAllSuppliers = (tx: Tx) =>
  tx.supplier.findMany({
    select: { organisationId: true, brand: true, legalName: true, companyNumber: true, status: true },
    orderBy: { brand: 'asc' },
    take: 500,
  })

export const findSupplierStatus = (tx: Tx, organisationId: string) =>
  tx.supplier.findUnique({ where: { organisationId }, select: { organisationId: true, status: true } })

type NewSupplier = { organisationId: string; brand: string; legalName: string; companyNumber: string }
export async function addSupplier(tx: Tx, supplier: NewSupplier): Promise<void> {
  const slug = supplier.brand
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const taken = await tx.supplier.findUnique({ where: { slug }, select: { slug: true } })
  const own = taken || slug === '' ? `${slug}-${supplier.companyNumber.toLowerCase()}` : slug
  await tx.supplier.create({ data: { ...supplier, slug: own }, select: { slug: true } })
}

/** False where somebody changed the status since. */
export async function moveSupplier(
  tx: Tx,
  organisationId: string,
  from: string,
  to: string,
  statusReason: string,
): Promise<boolean> {
  const { count } = await tx.supplier.updateMany({
    where: { organisationId, status: from },
    data: { status: to, statusReason },
  })
  return count === 1
}
