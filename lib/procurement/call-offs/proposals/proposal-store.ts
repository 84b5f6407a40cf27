import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { FieldValue, ProposalState, TermProposal } from './proposal'

type Row = Awaited<ReturnType<Tx['termProposal']['findMany']>>[number]
/** A value stands in a box, so that nothing is told from no value. */
const toProposal = ({ before, after, state, ...row }: Row): TermProposal => ({
  ...row,
  before: (before as { value: FieldValue }).value,
  after: (after as { value: FieldValue }).value,
  state: state as ProposalState,
})

/** What was proposed in these orders, the oldest first. */
export async function findProposals(tx: Tx, callOffIds: string[]): Promise<TermProposal[]> {
  const where = { callOffId: { in: callOffIds } }
  const orderBy = [{ proposedAt: 'asc' as const }, { id: 'asc' as const }]
  return (await tx.termProposal.findMany({ where, orderBy, take: 1_000 })).map(toProposal)
}

export async function findProposal(tx: Tx, id: string): Promise<TermProposal | undefined> {
  const row = await tx.termProposal.findUnique({ where: { id } })
  return row ? toProposal(row) : undefined
}

export async function insertProposal(tx: Tx, { before, after, ...row }: TermProposal): Promise<void> {
  const data = { ...row, before: { value: before }, after: { value: after } }
  await tx.termProposal.create({ data: data as never, select: { id: true } })
}

type Answer = Pick<TermProposal, 'state' | 'answeredById' | 'answeredAt' | 'answer'>

/** @returns false where somebody else has answered it a moment before */
export async function moveProposal(tx: Tx, { id, version }: TermProposal, change: Answer): Promise<boolean> {
  const data = { ...change, version: version + 1 }
  return (await tx.termProposal.updateMany({ where: { id, version, state: 'open' }, data })).count === 1
}
