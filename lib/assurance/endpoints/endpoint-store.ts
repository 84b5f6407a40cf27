import 'server-only'
import type { Fixtures } from '@/lib/conformance/run/run-job'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Endpoint, EndpointState } from './endpoint'

type Row = Awaited<ReturnType<Tx['endpoint']['findFirstOrThrow']>>
/** The sealed token stays below: nobody above needs more than to know that there is one. */
const endpointOf = ({ sealedToken, ...row }: Row): Endpoint => ({
  ...row,
  state: row.state as EndpointState,
  provenOn: row.provenOn && dayFromDate(row.provenOn),
  provenBy: row.provenBy as Endpoint['provenBy'],
  approvedOn: row.approvedOn && dayFromDate(row.approvedOn),
  fixtures: row.fixtures as unknown as Fixtures,
  hasToken: sealedToken !== null,
})

export async function findEndpoint(tx: Tx, id: string): Promise<Endpoint | undefined> {
  const row = await tx.endpoint.findUnique({ where: { id } })
  return row ? endpointOf(row) : undefined
}

/** The one of a module version that is not revoked. */
export async function findEndpointOf(tx: Tx, moduleVersionId: string): Promise<Endpoint | undefined> {
  const row = await tx.endpoint.findFirst({ where: { moduleVersionId, state: { not: 'revoked' } } })
  return row ? endpointOf(row) : undefined
}

/** Endpoints of these suppliers, or in these states, the last changed first. */
export async function findEndpoints(
  tx: Tx,
  asked: { supplierIds?: string[]; states?: EndpointState[] },
): Promise<Endpoint[]> {
  const rows = await tx.endpoint.findMany({
    where: {
      ...(asked.supplierIds && { supplierId: { in: asked.supplierIds } }),
      ...(asked.states && { state: { in: asked.states } }),
    },
    orderBy: [{ changedAt: 'desc' }, { id: 'asc' }],
    take: 500,
  })
  return rows.map(endpointOf)
}

/** SG-02: whether a person of the authority has approved this host for this supplier before. */
export async function isHostApproved(tx: Tx, host: string, supplierId: string): Promise<boolean> {
  const where = { host, supplierId, approvedOn: { not: null }, state: { not: 'revoked' } }
  return (await tx.endpoint.count({ where, take: 1 })) > 0
}

export async function findSealedToken(tx: Tx, id: string): Promise<Uint8Array | null> {
  return (await tx.endpoint.findUnique({ where: { id }, select: { sealedToken: true } }))?.sealedToken ?? null
}

type New = Pick<Endpoint, 'id' | 'moduleVersionId' | 'supplierId' | 'base' | 'host' | 'challenge' | 'fixtures'>
/** False where the module version has one already. */
export async function addEndpoint(tx: Tx, endpoint: New, sealedToken: Uint8Array | null, at: Date): Promise<boolean> {
  const sealed = sealedToken && Uint8Array.from(sealedToken)
  const data = { ...endpoint, sealedToken: sealed, state: 'entered', changedAt: at }
  return (await tx.endpoint.createMany({ data: [data], skipDuplicates: true })).count === 1
}

type Change = Partial<
  Pick<Endpoint, 'base' | 'host' | 'challenge' | 'askedAt' | 'seen' | 'provenBy' | 'approvedById' | 'fixtures'>
> & {
  state?: EndpointState
  provenOn?: Day | null
  approvedOn?: Day | null
  revokedReason?: string
  sealedToken?: Uint8Array | null
  changedAt?: Date
}
/** False where somebody was faster. */
export async function moveEndpoint(tx: Tx, id: string, version: number, change: Change): Promise<boolean> {
  const { provenOn, approvedOn, sealedToken, ...rest } = change
  const { count } = await tx.endpoint.updateMany({
    where: { id, version },
    data: {
      ...rest,
      ...(provenOn !== undefined && { provenOn: provenOn && dateFromDay(provenOn) }),
      ...(approvedOn !== undefined && { approvedOn: approvedOn && dateFromDay(approvedOn) }),
      ...(sealedToken !== undefined && { sealedToken: sealedToken && Uint8Array.from(sealedToken) }),
      version: { increment: 1 },
    },
  })
  return count === 1
}

/** Proofs that ran out before that day. */
export async function findProofsBefore(tx: Tx, before: Day): Promise<Endpoint[]> {
  const where = { state: { in: ['proven', 'approved'] }, provenOn: { lt: dateFromDay(before) } }
  return (await tx.endpoint.findMany({ where, orderBy: { id: 'asc' }, take: 500 })).map(endpointOf)
}

/** Those whose supplier asked for a look that nobody has taken yet. */
export async function findAskedEndpoints(tx: Tx): Promise<Endpoint[]> {
  const where = { askedAt: { not: null }, state: { not: 'revoked' } }
  return (await tx.endpoint.findMany({ where, orderBy: { askedAt: 'asc' }, take: 20 })).map(endpointOf)
}
