import 'server-only'
import { dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { PublicStandard } from './public-standard-schema'

export async function findPublicStandards(tx: Tx): Promise<PublicStandard[]> {
  const rows = await tx.standard.findMany({
    where: { absent: false },
    select: {
      id: true,
      name: true,
      kind: true,
      retired: true,
      versions: {
        select: { version: true, effectiveOn: true, transitionEndsOn: true, retiredOn: true, assertedState: true },
        orderBy: { version: 'asc' },
      },
      capabilities: { where: { absent: false }, select: { capabilityId: true }, orderBy: { capabilityId: 'asc' } },
    },
  })
  const day = (date: Date | null) => date && dayFromDate(date)
  return rows.map(({ versions, capabilities, ...row }) => ({
    ...row,
    versions: versions.map((v) => ({
      ...v,
      effectiveOn: day(v.effectiveOn),
      transitionEndsOn: day(v.transitionEndsOn),
      retiredOn: day(v.retiredOn),
    })),
    capabilityIds: capabilities.map((c) => c.capabilityId),
  }))
}

export async function findStandardNames(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.standard.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(rows.map((row) => [row.id, row.name]))
}
