import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Declaration, DeclarationState } from './declaration'

const columns = {
  id: true,
  supplierId: true,
  state: true,
  version: true,
  answers: true,
  sha256: true,
  declaredOn: true,
  validUntil: true,
  declaredById: true,
  decidedOn: true,
  reason: true,
} as const

type Row = Omit<Declaration, 'state' | 'answers' | 'declaredOn' | 'validUntil' | 'decidedOn'> & {
  state: string
  answers: unknown
  declaredOn: Date
  validUntil: Date
  decidedOn: Date | null
}
const declarationOf = (row: Row): Declaration => ({
  ...row,
  state: row.state as DeclarationState,
  answers: row.answers as Declaration['answers'],
  declaredOn: dayFromDate(row.declaredOn),
  validUntil: dayFromDate(row.validUntil),
  decidedOn: row.decidedOn && dayFromDate(row.decidedOn),
})
const newestFirst = [{ declaredAt: 'desc' as const }, { id: 'desc' as const }]

export async function findDeclaration(tx: Tx, id: string): Promise<Declaration | undefined> {
  const row = await tx.supplierDeclaration.findUnique({ where: { id }, select: columns })
  return row ? declarationOf(row) : undefined
}

/** All declarations of these suppliers, newest first. */
export async function findDeclarations(tx: Tx, supplierIds: string[]): Promise<Declaration[]> {
  const rows = await tx.supplierDeclaration.findMany({
    where: { supplierId: { in: supplierIds } },
    select: columns,
    orderBy: newestFirst,
  })
  return rows.map(declarationOf)
}

/** Those that wait for the authority, the oldest first, with the supplier's name. */
export async function findWaitingDeclarations(tx: Tx) {
  return tx.supplierDeclaration.findMany({
    where: { state: 'in-review' },
    select: { id: true, declaredOn: true, supplier: { select: { brand: true } } },
    orderBy: { declaredAt: 'asc' },
    take: 200,
  })
}

/** Suppliers with a declaration that passed and ends between two days: candidates for a reminder. */
export async function findEnding(tx: Tx, from: Day, to: Day): Promise<string[]> {
  const rows = await tx.supplierDeclaration.findMany({
    where: { state: 'passed', validUntil: { gte: dateFromDay(from), lte: dateFromDay(to) } },
    select: { supplierId: true },
    distinct: ['supplierId'],
  })
  return rows.map((row) => row.supplierId)
}

type New = Omit<Declaration, 'version' | 'decidedOn' | 'reason'> & { questionSet: string; declaredAt: Date }
export async function addDeclaration(tx: Tx, { declaredOn, validUntil, ...rest }: New): Promise<void> {
  await tx.supplierDeclaration.create({
    data: { ...rest, declaredOn: dateFromDay(declaredOn), validUntil: dateFromDay(validUntil) },
    select: { id: true },
  })
}

/** Serialises two declarations of one supplier: the second sees the first. */
export const lockSupplier = (tx: Tx, supplierId: string) =>
  tx.$queryRaw`select 1 from "Supplier" where "organisationId" = ${supplierId}::uuid for update`

type Decided = { state: DeclarationState; decidedOn: Day; decidedById: string; reason: string }
/** False where somebody decided it since. */
export async function moveDeclaration(
  tx: Tx,
  { id, state }: Declaration,
  version: number,
  { decidedOn, ...change }: Decided,
): Promise<boolean> {
  const { count } = await tx.supplierDeclaration.updateMany({
    where: { id, version, state },
    data: { ...change, decidedOn: dateFromDay(decidedOn), version: { increment: 1 } },
  })
  return count === 1
}
