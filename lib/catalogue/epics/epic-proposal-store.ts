import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { EpicProposal, EpicProposalState } from './epic-proposal'
import type { ProposeEpic } from './epic-proposal-schema'

const columns = {
  id: true,
  supplierId: true,
  capabilityId: true,
  title: true,
  description: true,
  state: true,
  version: true,
  epicId: true,
  reason: true,
  proposedAt: true,
} as const
type Row = Omit<EpicProposal, 'state'> & { state: string }
const proposalOf = (row: Row): EpicProposal => ({ ...row, state: row.state as EpicProposalState })

export async function findProposal(tx: Tx, id: string): Promise<EpicProposal | undefined> {
  const row = await tx.epicProposal.findUnique({ where: { id }, select: columns })
  return row ? proposalOf(row) : undefined
}

/** Proposals of these suppliers, or of all of them, newest first. */
export async function findProposals(tx: Tx, supplierIds?: string[]) {
  const rows = await tx.epicProposal.findMany({
    where: supplierIds && { supplierId: { in: supplierIds } },
    select: { ...columns, supplier: { select: { brand: true } } },
    orderBy: [{ proposedAt: 'desc' }, { id: 'asc' }],
    take: 500,
  })
  return rows.map(({ supplier, ...row }) => ({ ...proposalOf(row), brand: supplier.brand }))
}

export const findOpenCapabilities = (tx: Tx) =>
  tx.capability.findMany({
    where: { status: 'effective', absent: false },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })

type New = ProposeEpic & { state: string; proposedById: string; proposedAt: Date }
export async function addProposal(tx: Tx, proposal: New): Promise<string> {
  const { id } = await tx.epicProposal.create({ data: { id: newId(), ...proposal }, select: { id: true } })
  return id
}

type Change = { state: EpicProposalState; epicId?: string; reason?: string; decidedById?: string; decidedAt?: Date }
/** False where somebody moved it since. */
export async function moveProposal(
  tx: Tx,
  { id, state }: EpicProposal,
  version: number,
  change: Change,
): Promise<boolean> {
  const { count } = await tx.epicProposal.updateMany({
    where: { id, version, state },
    data: { ...change, version: { increment: 1 } },
  })
  return count === 1
}

/** Ids of suppliers’ own epics; locked until the transaction ends, so that two get different ones. */
export async function takeEpicIds(tx: Tx): Promise<string[]> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('supplier-defined epics'))::text`
  const rows = await tx.epic.findMany({ where: { id: { startsWith: 'S' } }, select: { id: true } })
  return rows.map((row) => row.id)
}

/** Puts the epic into force, MAY on its capability; as the authority’s own row it is missed by no later file. */
export async function addEpic(
  tx: Tx,
  epicId: string,
  { capabilityId, title, description }: EpicProposal,
): Promise<void> {
  await tx.epic.create({
    data: { id: epicId, title, description, active: true, supplierDefined: true },
    select: { id: true },
  })
  await tx.capabilityEpic.create({ data: { capabilityId, epicId, level: 'MAY' }, select: { epicId: true } })
}
