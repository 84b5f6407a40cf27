import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { SupplierName, SupplierNameKind } from './supplier-name'

const day = (date: Date | null): Day | null => date && dayFromDate(date)
const date = (of: Day | null): Date | null => (of ? dateFromDay(of) : null)
const columns = { id: true, supplierId: true, kind: true, name: true, from: true, to: true, version: true } as const
type Row = {
  id: string
  supplierId: string
  kind: string
  name: string
  from: Date | null
  to: Date | null
  version: number
}
const nameOf = (row: Row): SupplierName => ({
  ...row,
  kind: row.kind as SupplierNameKind,
  from: day(row.from),
  to: day(row.to),
})

/** Every name of every supplier. Where no brand or registered name was ever kept, the one on the supplier counts, since ever. */
export async function findSupplierNames(tx: Tx): Promise<SupplierName[]> {
  const rows = await tx.supplierName.findMany({ select: columns, orderBy: [{ from: 'asc' }, { addedAt: 'asc' }] })
  const suppliers = await tx.supplier.findMany({ select: { organisationId: true, brand: true, legalName: true } })
  const kept = new Set(rows.map(({ supplierId, kind }) => `${supplierId} ${kind}`))
  const present = suppliers.flatMap(({ organisationId, brand, legalName }) =>
    (
      [
        ['brand', brand],
        ['legal', legalName],
      ] as const
    )
      .filter(([kind]) => !kept.has(`${organisationId} ${kind}`))
      .map(([kind, name]) => ({ id: '', supplierId: organisationId, kind, name, from: null, to: null, version: 0 })),
  )
  return [...present, ...rows.map(nameOf)]
}

export async function findSupplierName(tx: Tx, id: string): Promise<SupplierName | undefined> {
  const row = await tx.supplierName.findUnique({ where: { id }, select: columns })
  return row ? nameOf(row) : undefined
}

export const findNamedSupplier = (tx: Tx, organisationId: string) =>
  tx.supplier.findUnique({
    where: { organisationId },
    select: {
      organisationId: true,
      brand: true,
      legalName: true,
      companyNumber: true,
      status: true,
      statusReason: true,
    },
  })

type New = Omit<SupplierName, 'id' | 'version'> & { addedById: string; addedAt: Date }
export async function insertName(tx: Tx, { from, to, ...name }: New): Promise<string> {
  const id = newId()
  await tx.supplierName.create({ data: { id, ...name, from: date(from), to: date(to) }, select: { id: true } })
  return id
}

/** The brand or registered name that is shown from now on. */
export async function showName(tx: Tx, organisationId: string, kind: 'brand' | 'legal', name: string): Promise<void> {
  const data = kind === 'brand' ? { brand: name } : { legalName: name }
  await tx.supplier.update({ where: { organisationId }, data, select: { slug: true } })
}

/** Ends names of one kind that would still be borne on a day. */
export async function endNamesOf(tx: Tx, supplierId: string, kind: string, to: Day): Promise<void> {
  await tx.supplierName.updateMany({
    where: { supplierId, kind, OR: [{ to: null }, { to: { gt: dateFromDay(to) } }] },
    data: { to: dateFromDay(to), version: { increment: 1 } },
  })
}

/** False where somebody changed it since. */
export async function endName(tx: Tx, { id }: SupplierName, version: number, to: Day): Promise<boolean> {
  const { count } = await tx.supplierName.updateMany({
    where: { id, version },
    data: { to: dateFromDay(to), version: { increment: 1 } },
  })
  return count === 1
}

/** One name is added at a time, so that two suppliers never get the same one at once. */
export const lockNames = (tx: Tx) => tx.$queryRaw`select pg_advisory_xact_lock(hashtext('supplier names'))::text`
