import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { Effect } from './preview-rules'

export type Obligation = {
  id: string
  standardVersionId: string
  moduleVersionId: string
  supplierId: string
  kind: Exclude<Effect, 'unaffected'>
  createdAt: Date
}

/** False where the module version has one for this standard version: the reaction may run twice. */
export async function addObligation(tx: Tx, obligation: Obligation): Promise<boolean> {
  return (await tx.obligation.createMany({ data: [obligation], skipDuplicates: true })).count === 1
}

export async function findObligation(tx: Tx, id: string): Promise<Obligation | undefined> {
  const row = await tx.obligation.findUnique({ where: { id } })
  return row ? (row as Obligation) : undefined
}

/** Obligations of these suppliers, the newest first. */
export async function findObligationsOf(tx: Tx, supplierIds: string[]): Promise<Obligation[]> {
  const where = { supplierId: { in: supplierIds } }
  return (await tx.obligation.findMany({ where, orderBy: { createdAt: 'desc' }, take: 500 })) as Obligation[]
}

/** The standard versions that asked something of a module version by that moment. */
export async function findVersionsAsked(tx: Tx, moduleVersionId: string, by: Date): Promise<string[]> {
  const where = { moduleVersionId, createdAt: { lte: by } }
  const rows = await tx.obligation.findMany({ where, select: { standardVersionId: true } })
  return rows.map((row) => row.standardVersionId)
}

/** False where it was declared before. */
export async function addRedeclaration(
  tx: Tx,
  said: {
    moduleVersionId: string
    standardVersionId: string
    requirementId: string
    declaredById: string
    declaredAt: Date
  },
): Promise<boolean> {
  return (await tx.redeclaration.createMany({ data: [{ id: newId(), ...said }], skipDuplicates: true })).count === 1
}
