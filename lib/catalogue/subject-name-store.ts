import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** The name under which a module was listed last. */
export async function findModuleNames(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.listingVersion.findMany({
    where: { moduleId: { in: ids } },
    select: { moduleId: true, name: true },
    orderBy: { publishedAt: 'asc' },
  })
  return new Map(rows.map((row) => [row.moduleId, row.name]))
}

export async function findSupplierBrands(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.supplier.findMany({
    where: { organisationId: { in: ids } },
    select: { organisationId: true, brand: true },
  })
  return new Map(rows.map((row) => [row.organisationId, row.brand]))
}

export async function findCapabilityNames(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.capability.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(rows.map((row) => [row.id, row.name]))
}
