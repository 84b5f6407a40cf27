import 'server-only'
import type { Tx } from '@/lib/platform/db'

type Row = {
  id: string
  moduleVersionId: string
  standardVersionId: string
  requirementId: string
  source: string
  summary: string
  determinedOn: Date
}

/** False where a non-conformity of this requirement is open. */
export async function addNonConformity(tx: Tx, row: Row): Promise<boolean> {
  const { moduleVersionId, standardVersionId, requirementId } = row
  const key = { moduleVersionId, standardVersionId, requirementId }
  if (await tx.nonConformity.findFirst({ where: { ...key, closedOn: null }, select: { id: true } })) return false
  await tx.nonConformity.create({ data: row, select: { id: true } })
  return true
}
