export type EpicProposalState = 'proposed' | 'activated' | 'refused' | 'withdrawn'

export const epicProposalStateWords: Record<EpicProposalState, string> = {
  proposed: 'Waiting for the authority',
  activated: 'In force',
  refused: 'Refused',
  withdrawn: 'Taken back',
}

/** An epic that a supplier proposes for a capability: what one of its modules can do and no national epic says (CAP-3). */
export type EpicProposal = {
  id: string
  supplierId: string
  capabilityId: string
  title: string
  description: string
  state: EpicProposalState
  version: number
  epicId: string | null
  reason: string | null
  proposedAt: Date
}

/** The next id of a supplier’s own epic: `S` and five digits, after the greatest that is taken (CAP-3). */
export function nextEpicId(taken: string[]): string {
  const numbers = taken.flatMap((id) => (/^S\d{5}$/.test(id) ? [Number(id.slice(1))] : []))
  const next = Math.max(0, ...numbers) + 1
  if (next > 99_999) throw new Error('Every id of a supplier-defined epic is taken')
  return `S${String(next).padStart(5, '0')}`
}
